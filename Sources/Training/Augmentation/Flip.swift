public import Randomness
import Settings

/// Mirrors every second picture, by chance.
///
/// Source: A. Krizhevsky, I. Sutskever and G. Hinton, "ImageNet classification with deep convolutional neural networks",
/// 2012, section 4.1.
public struct Flip: Augmentation {
    /// What changes places: left and right, or top and bottom.
    public enum Direction: String, CaseIterable, Sendable {
        case horizontal, vertical
    }

    public let direction: Direction
    public let picture: PictureShape

    public init(_ direction: Direction, _ picture: PictureShape) {
        self.direction = direction
        self.picture = picture
    }

    init(_ reader: inout SettingReader, _ name: String, _ picture: PictureShape) throws(SettingError) {
        self.init(try reader.choice(name, default: .horizontal), picture)
    }

    public func apply(
        to example: UnsafeMutableBufferPointer<Float>, scratch: UnsafeMutableBufferPointer<Float>,
        _ stream: inout RandomStream
    ) {
        guard stream.below(2) == 1 else { return }
        let (rows, columns) =
            direction == .horizontal ? (picture.height, picture.width / 2) : (picture.height / 2, picture.width)
        for row in 0..<rows {
            for column in 0..<columns {
                let place = picture.place(row, column)
                let other =
                    direction == .horizontal
                    ? picture.place(row, picture.width - 1 - column)
                    : picture.place(picture.height - 1 - row, column)
                for channel in 0..<picture.channels { example.swapAt(place + channel, other + channel) }
            }
        }
    }
}
