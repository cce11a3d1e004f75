import Randomness

/// Uniform within ±√(6 / (fan-in + fan-out)), which keeps the scale of signal and gradient alike.
///
/// Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010,
/// eq. 16.
enum XavierInitialization {
    static func fill(
        _ weights: UnsafeMutableBufferPointer<Float>, inputs: Int, outputs: Int, from stream: inout RandomStream
    ) {
        let bound = (6 / Double(inputs + outputs)).squareRoot()
        for index in weights.indices {
            weights[index] = Float((2 * stream.uniform() - 1) * bound)
        }
    }
}
