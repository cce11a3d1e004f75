public import Analysis
import Sweeps

/// The configuration with the best mean of all, which lost seeds and so does not come first.
public struct LostLeader: Hashable, Sendable {
    public let name: String
    public let result: ConfigurationResult

    public var sentence: String {
        "\(name) has the best mean, but only of \(result.values.count) of "
            + "\(Phrases.count(result.values.count + result.lostCount, "seed")): the others came to no value."
    }
}
