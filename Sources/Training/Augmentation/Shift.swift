public import Randomness
import Settings

/// Moves pictures by up to so many pixels up or down and left or right, each way equally likely; the edge is repeated
/// where nothing moves in.
///
/// Source: P. Simard, D. Steinkraus and J. Platt, "Best practices for convolutional neural networks applied to visual
/// document analysis", 2003, section 2.
public struct Shift: Augmentation {
    /// Pixels; at least 1.
    public let most: Int
    public let picture: PictureShape

    public init(_ most: Int, _ picture: PictureShape) {
        precondition(most >= 1, "a shift of \(most) pixels")
        self.most = most
        self.picture = picture
    }

    init(_ reader: inout SettingReader, _ name: String, _ picture: PictureShape) throws(SettingError) {
        let side = min(picture.height, picture.width)
        guard case .int(let most)? = reader.value(name), most >= 1, most < side else {
            throw reader.error(
                name, reader.value(name), "it must be a whole number of pixels in 1..<\(side), the picture's side")
        }
        self.init(most, picture)
    }

    public func apply(
        to example: UnsafeMutableBufferPointer<Float>, scratch: UnsafeMutableBufferPointer<Float>,
        _ stream: inout RandomStream
    ) {
        let choices = UInt64(2 * most + 1)
        let down = Int(stream.below(choices)) - most
        let right = Int(stream.below(choices)) - most
        guard down != 0 || right != 0 else { return }
        _ = scratch.update(fromContentsOf: example)
        for row in 0..<picture.height {
            let from = min(max(row - down, 0), picture.height - 1)
            for column in 0..<picture.width {
                let source = picture.place(from, min(max(column - right, 0), picture.width - 1))
                let place = picture.place(row, column)
                for channel in 0..<picture.channels { example[place + channel] = scratch[source + channel] }
            }
        }
    }
}
