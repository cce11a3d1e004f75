/// What a sweep's file says of it, beyond what it varies.
public struct SweepOrigin: Hashable, Sendable {
    /// What it is about.
    public let description: String?
    /// Where the file lies, as it was run.
    public let filePath: String
    /// The metric that the sweep is judged by, whatever the report judges by; nil where that is the same.
    public let metric: String?

    public init(description: String? = nil, filePath: String = "FILE", metric: String? = nil) {
        self.description = description
        self.filePath = filePath
        self.metric = metric
    }
}
