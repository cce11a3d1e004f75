import Randomness

/// One training with one choice of hyperparameters and one seed.
public struct Trial: Hashable, Sendable, Codable {
    public let configuration: Configuration
    public let seed: Int
    public let identity: TrialIdentity

    /// - Parameter data: what the data are, as a fingerprint of their content; trials on other data are other trials.
    public init(configuration: Configuration, seed: Int, data: String) {
        self.configuration = configuration
        self.seed = seed
        identity = TrialIdentity(configuration: configuration, seed: seed, data: data)
    }
}

/// A hash of a trial's canonical hyperparameters, seed and data: 32 hexadecimal digits.
public struct TrialIdentity: Hashable, Sendable, Codable, CustomStringConvertible {
    public let description: String

    public init(configuration: Configuration, seed: Int, data: String) {
        var fingerprint = Fingerprint(of: configuration.canonicalJSON)
        fingerprint.combine(UInt64(bitPattern: Int64(seed)))
        fingerprint.combine(data)
        description = fingerprint.description
    }

    /// Reads an identity back from where it was stored.
    public init(stored text: String) {
        description = text
    }

    public init(from decoder: any Decoder) throws {
        description = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// The first ten digits: the trial's name for people, and its folder's.
    public var shortName: String { String(description.prefix(10)) }
}
