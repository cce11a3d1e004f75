/// What is known of data without regard to the seed.
public struct DataSummary: Hashable, Sendable {
    /// As the person wrote it: `digits`, `iris.csv`.
    public let name: String
    /// A hash of the content and of the settings that shape it: 32 hexadecimal digits.
    public let fingerprint: String
    public let task: DataTask
    public let featureNames: [String]
    /// Examples by part; 0 where there is no such part.
    public let trainCount: Int
    public let devCount: Int
    public let testCount: Int
}
