public import Sweeps

/// What a sweep's file says of it, beyond what it varies.
public struct SweepOrigin: Hashable, Sendable {
    /// What it is about.
    public let description: String?
    /// Where the file lies, as it was run.
    public let filePath: String
    /// The option with which commands find the sweep's store, in a shell's words; nil where they find it without.
    public let storeOption: String?
    /// The metric that the sweep is judged by, whatever the report judges by; nil where that is the same.
    public let metric: String?
    /// How its configurations came about.
    public let design: SweepDesign
    /// What of its settings had no effect, or ended trainings before their time, each a sentence.
    public let idleSettings: [String]

    public init(
        description: String? = nil, filePath: String = "FILE", storeOption: String? = nil, metric: String? = nil,
        design: SweepDesign = SweepDesign(), idleSettings: [String] = []
    ) {
        self.description = description
        self.filePath = filePath
        self.storeOption = storeOption
        self.metric = metric
        self.design = design
        self.idleSettings = idleSettings
    }
}
