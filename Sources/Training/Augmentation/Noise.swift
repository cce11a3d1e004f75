public import Randomness
import Settings

/// Adds to each feature a draw from the normal distribution with mean 0, in the units that the network sees.
///
/// Source: C. Bishop, "Training with noise is equivalent to Tikhonov regularization", 1995.
public struct Noise: Augmentation {
    /// Above 0.
    public let deviation: Double

    public init(_ deviation: Double) {
        precondition(deviation > 0, "noise with a deviation of \(deviation)")
        self.deviation = deviation
    }

    init(_ reader: inout SettingReader, _ name: String) throws(SettingError) {
        guard let deviation = try reader.number(name, .positive) else {
            throw reader.error(name, nil, NumberRule.positive.words)
        }
        self.init(deviation)
    }

    public func apply(
        to example: UnsafeMutableBufferPointer<Float>, scratch: UnsafeMutableBufferPointer<Float>,
        _ stream: inout RandomStream
    ) {
        for index in example.indices { example[index] += Float(stream.normal() * deviation) }
    }
}
