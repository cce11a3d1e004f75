public import Randomness

/// A random change to an example that leaves its target true, made anew each time the example is trained on.
public protocol Augmentation: Sendable {
    /// Changes one example in place.
    ///
    /// - Parameter scratch: as long as the example; its numbers mean nothing before and after.
    func apply(
        to example: UnsafeMutableBufferPointer<Float>, scratch: UnsafeMutableBufferPointer<Float>,
        _ stream: inout RandomStream)
}

/// The form of examples that are pictures: row by row, pixel by pixel, the channels of a pixel side by side.
public struct PictureShape: Hashable, Sendable {
    public let height: Int
    public let width: Int
    public let channels: Int

    public init(height: Int, width: Int, channels: Int = 1) {
        precondition(height > 0 && width > 0 && channels > 0, "a picture of \(height)×\(width)×\(channels)")
        self.height = height
        self.width = width
        self.channels = channels
    }

    var count: Int { height * width * channels }

    /// Where the first channel of a pixel is.
    func place(_ row: Int, _ column: Int) -> Int { (row * width + column) * channels }
}
