/// What is known of data without regard to the seed.
public struct DataSummary: Hashable, Sendable {
    /// As the person wrote it: `digits`, `iris.csv`.
    public let name: String
    /// A hash of the content and of the settings that shape it: 32 hexadecimal digits.
    public let fingerprint: String
    public let task: DataTask
    /// How many numbers an example has.
    public let featureCount: Int
    /// The columns' names where the data are a table, with a name for each value of a category; else none.
    public let featureNames: [String]
    /// Of one example: `[features]`, or of a picture `[height, width]` or `[height, width, channels]`.
    public let shape: [Int]
    /// Pictures that could not be read and were left out, as `data.skip_broken` allows, each with the reason.
    public let skipped: [String]
    /// What lies at the sources and is not used, each a clause that names it.
    public let notes: [String]
    /// Examples by part; 0 where there is no such part.
    public let trainCount: Int
    public let devCount: Int
    public let testCount: Int
}
