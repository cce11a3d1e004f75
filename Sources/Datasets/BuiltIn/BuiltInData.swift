/// The data sets that are part of the program, by the names that sweep files have for them.
public enum BuiltInData: String, CaseIterable, Hashable, Sendable {
    case digits, spirals, moons, blobs, shapes

    /// What computes the examples; nil where they are stored or drawn.
    var synthesis: Synthesis? {
        switch self {
        case .digits, .shapes: nil
        case .spirals: .spirals
        case .moons: .moons
        case .blobs: .blobs
        }
    }
}
