/// Data ready to train with: the parts, standardized by the training part.
public struct DataSplit: Sendable {
    public let train: any ExampleSource
    /// nil if no example is set aside to choose by.
    public let dev: (any ExampleSource)?
    /// nil if no example is set aside for the last word.
    public let test: (any ExampleSource)?
    public let summary: DataSummary
}
