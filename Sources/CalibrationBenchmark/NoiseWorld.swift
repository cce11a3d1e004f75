import Foundation
import Randomness

/// A kind of made-up sweep: how values scatter from seed to seed, and how that differs between configurations.
public struct NoiseWorld: Sendable {
    public enum Shape: String, Sendable {
        case normal
        /// Skewness −2: most seeds are a little better than the mean, a few much worse.
        case exponential
        /// Skewness −1.75: minus a log-normal variable with σ = ½.
        case logNormal = "log-normal"
        /// Every tenth seed fails outright, by 20 standard deviations of the others.
        case tenthStuck = "tenth seed stuck"
        /// Every fourth seed does.
        case fourthStuck = "fourth seed stuck"
    }

    public enum Spreads: String, Sendable {
        case equal
        /// Standard deviations from 1 to 4 in equal ratios.
        case ladder = "1 to 4"
        /// Every fifth configuration, and at least one, has 30 times the others' standard deviation.
        case wildFifth = "fifth × 30"
        /// Every fifth has three times it, which few seeds hardly show.
        case restlessFifth = "fifth × 3"
        /// The first alone has three times it.
        case restlessOne = "one × 3"
        /// The first alone has six times it.
        case wildOne = "one × 6"
    }

    public let shape: Shape
    public let spreads: Spreads
    /// Which share of the variance each half of the configurations has in common, seed by seed, in 0...1.
    public let grouped: Double

    public init(_ shape: Shape, _ spreads: Spreads, grouped: Double = 0) {
        self.shape = shape
        self.spreads = spreads
        self.grouped = grouped
    }

    public var words: String {
        "\(shape.rawValue), \(spreads.rawValue)" + (grouped > 0 ? ", halves share \(Int(100 * grouped)) %" : "")
    }

    /// The worlds that the table of borrowed critical values allows for.
    static let allowedForBorrowed = [
        NoiseWorld(.normal, .equal), NoiseWorld(.normal, .ladder), NoiseWorld(.normal, .wildFifth),
        NoiseWorld(.exponential, .equal), NoiseWorld(.exponential, .ladder), NoiseWorld(.fourthStuck, .equal),
    ]

    /// The worlds that both tables allow for together, so that at most 5 % of verdicts are wrong.
    public static let allowedFor =
        allowedForBorrowed + [
            NoiseWorld(.normal, .restlessFifth), NoiseWorld(.normal, .equal, grouped: 0.5),
        ]

    /// Worlds in which pooling misleads and that so few seeds hardly betray; both tables keep them near 6.5 %.
    public static let hardToSee = [
        NoiseWorld(.normal, .restlessOne), NoiseWorld(.normal, .wildOne), NoiseWorld(.normal, .equal, grouped: 0.8),
    ]

    /// A draw with mean 0 and standard deviation 1.
    func draw(from stream: inout RandomStream) -> Double {
        switch shape {
        case .normal: return stream.normal()
        case .exponential: return 1 + log(1 - stream.uniform())
        case .logNormal:
            let mean = exp(0.125)
            let deviation = mean * (exp(0.25) - 1).squareRoot()
            return (mean - exp(0.5 * stream.normal())) / deviation
        case .tenthStuck: return drawStuck(share: 0.1, from: &stream)
        case .fourthStuck: return drawStuck(share: 0.25, from: &stream)
        }
    }

    private func drawStuck(share: Double, from stream: inout RandomStream) -> Double {
        let depth = 20.0
        let deviation = (1 + depth * depth * share * (1 - share)).squareRoot()
        let fall = stream.uniform() < share ? depth : 0
        return (stream.normal() - fall + depth * share) / deviation
    }

    func deviation(of configuration: Int, among count: Int) -> Double {
        switch spreads {
        case .equal: 1
        case .ladder: pow(4, Double(configuration) / Double(max(1, count - 1)))
        case .wildFifth: configuration % 5 == 0 ? 30 : 1
        case .restlessFifth: configuration % 5 == 0 ? 3 : 1
        case .restlessOne: configuration == 0 ? 3 : 1
        case .wildOne: configuration == 0 ? 6 : 1
        }
    }
}
