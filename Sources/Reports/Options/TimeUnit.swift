/// A unit in which durations have few digits.
enum TimeUnit: String {
    case milliseconds = "ms"
    case seconds = "s"
    case minutes = "min"
    case hours = "h"

    /// - Parameter duration: the longest, in seconds.
    init(upTo duration: Double) {
        self =
            switch duration {
            case ..<0.1: .milliseconds
            case ..<300: .seconds
            case ..<18_000: .minutes
            default: .hours
            }
    }

    /// How long one is.
    var seconds: Double {
        switch self {
        case .milliseconds: 0.001
        case .seconds: 1
        case .minutes: 60
        case .hours: 3600
        }
    }
}
