import Randomness

/// Normal with mean 0 and variance 2 / fan-in, which keeps the scale of the signal in layers with rectifiers.
///
/// Source: K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers", 2015, eq. 10.
enum HeInitialization {
    static func fill(_ weights: UnsafeMutableBufferPointer<Float>, inputs: Int, from stream: inout RandomStream) {
        let deviation = (2 / Double(inputs)).squareRoot()
        stream.fill(weights, normalOfDeviation: deviation)
    }
}
