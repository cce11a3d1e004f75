import Randomness

/// One training with one choice of hyperparameters and one seed.
public struct Trial: Hashable, Sendable, Codable {
    public let configuration: Configuration
    public let seed: Int
    /// What the data are, as a fingerprint of their content; trials on other data are other trials.
    public let data: String
    public let identity: TrialIdentity

    public init(configuration: Configuration, seed: Int, data: String) {
        self.configuration = configuration
        self.seed = seed
        self.data = data
        identity = TrialIdentity(configuration: configuration, seed: seed, data: data)
    }

    /// Reads a trial back from where it was stored, under the identity that it had then.
    public init(stored configuration: Configuration, seed: Int, data: String, identity: TrialIdentity) {
        self.configuration = configuration
        self.seed = seed
        self.data = data
        self.identity = identity
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

    /// The first twelve digits: the trial's name for people, and its folder's.
    public var shortName: String { String(description.prefix(12)) }
}
