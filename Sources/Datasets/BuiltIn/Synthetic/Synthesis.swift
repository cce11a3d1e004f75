import Randomness

/// The ways to compute points in the plane that belong to classes.
enum Synthesis: String, Hashable, Sendable {
    case spirals, moons, blobs

    /// The deviation of the noise on each coordinate where none is written.
    var defaultNoise: Double {
        switch self {
        case .spirals: Spirals.defaultNoise
        case .moons: Moons.defaultNoise
        case .blobs: Blobs.defaultNoise
        }
    }

    /// How many classes there are where nobody says.
    var defaultClasses: Int {
        switch self {
        case .spirals, .blobs: 3
        case .moons: 2
        }
    }

    var hasFixedClasses: Bool { self == .moons }

    /// A point of class `label` of `classes` without noise, at `place` in 0..<1 along its class.
    func point(label: Int, classes: Int, place: Double) -> (x: Double, y: Double) {
        switch self {
        case .spirals: Spirals.point(arm: label, arms: classes, place: place)
        case .moons: Moons.point(isUpper: label == 0, place: place)
        case .blobs: Blobs.center(label, of: classes)
        }
    }
}
