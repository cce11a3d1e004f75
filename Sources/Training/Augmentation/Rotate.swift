import Foundation
public import Randomness
import Settings

/// Turns pictures about their middle by an angle of up to so many degrees either way, each equally likely.
///
/// Between pixels values are interpolated linearly in both directions; beyond the edge its pixels are repeated.
///
/// Source: as `Shift`.
public struct Rotate: Augmentation {
    /// Degrees, above 0 and at most 180.
    public let most: Double
    public let picture: PictureShape

    public init(_ most: Double, _ picture: PictureShape) {
        precondition(most > 0 && most <= 180, "a rotation by \(most) degrees")
        self.most = most
        self.picture = picture
    }

    init(_ reader: inout SettingReader, _ name: String, _ picture: PictureShape) throws(SettingError) {
        let degrees = try reader.number(name, .between(0, and: 180)) ?? 0
        guard degrees > 0 else {
            throw reader.error(name, reader.value(name), "it must be above 0 degrees and at most 180")
        }
        self.init(degrees, picture)
    }

    public func apply(
        to example: UnsafeMutableBufferPointer<Float>, scratch: UnsafeMutableBufferPointer<Float>,
        _ stream: inout RandomStream
    ) {
        turn(example, scratch, by: (2 * stream.uniform() - 1) * most)
    }

    /// Turns a picture clockwise by an angle in degrees.
    func turn(
        _ example: UnsafeMutableBufferPointer<Float>, _ scratch: UnsafeMutableBufferPointer<Float>, by degrees: Double
    ) {
        let (sine, cosine) = (Float(sin(degrees * .pi / 180)), Float(cos(degrees * .pi / 180)))
        let (middleRow, middleColumn) = (Float(picture.height - 1) / 2, Float(picture.width - 1) / 2)
        _ = scratch.update(fromContentsOf: example)
        for row in 0..<picture.height {
            for column in 0..<picture.width {
                let (y, x) = (Float(row) - middleRow, Float(column) - middleColumn)
                let fromRow = min(max(middleRow + y * cosine - x * sine, 0), Float(picture.height - 1))
                let fromColumn = min(max(middleColumn + y * sine + x * cosine, 0), Float(picture.width - 1))
                let (top, left) = (Int(fromRow), Int(fromColumn))
                let (bottom, right) = (min(top + 1, picture.height - 1), min(left + 1, picture.width - 1))
                let (lower, further) = (fromRow - Float(top), fromColumn - Float(left))
                let place = picture.place(row, column)
                for channel in 0..<picture.channels {
                    func pixel(_ row: Int, _ column: Int) -> Float { scratch[picture.place(row, column) + channel] }
                    let above = pixel(top, left) * (1 - further) + pixel(top, right) * further
                    let below = pixel(bottom, left) * (1 - further) + pixel(bottom, right) * further
                    example[place + channel] = above * (1 - lower) + below * lower
                }
            }
        }
    }
}
