/// Something to draw on: a picture file, or a record of what was drawn.
public protocol Canvas {
    /// The advance width of `text` in points.
    func width(of text: Text) -> Double

    mutating func draw(_ primitive: Primitive)
}
