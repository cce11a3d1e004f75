import Randomness

/// How weights are drawn before the first step; the raw values are their names in sweep files.
///
/// Biases start at 0. Layer i draws from the stream `init` at index i, so that a seed gives a layer of one shape the same
/// weights in every network.
public enum Initialization: String, CaseIterable, Sendable {
    case he, xavier

    /// Draws the weights `[outputs, inputs]` of one layer, row by row.
    func fill(_ weights: UnsafeMutableBufferPointer<Float>, inputs: Int, outputs: Int, from stream: inout RandomStream)
    {
        switch self {
        case .he: HeInitialization.fill(weights, inputs: inputs, from: &stream)
        case .xavier: XavierInitialization.fill(weights, inputs: inputs, outputs: outputs, from: &stream)
        }
    }
}
