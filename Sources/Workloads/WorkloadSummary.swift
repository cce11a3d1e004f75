public import Datasets
public import Sweeps

/// What a configuration comes to, without regard to the seed.
public struct WorkloadSummary: Hashable, Sendable {
    /// As the person wrote it: `digits`, `iris.csv`.
    public let dataName: String
    /// A hash of all content that the training reads and of the settings that shape it; for `Trial.data`.
    public let fingerprint: String
    public let task: DataTask
    public let trainingExamples: Int
    /// 0 where none are set aside.
    public let devExamples: Int
    public let testExamples: Int
    /// Pictures that cannot be read and were left out, as `data.skip_broken` allows, each with the reason.
    public let skippedExamples: [String]
    /// What lies at the data's places and is not used, each a clause that names it.
    public let dataNotes: [String]
    public let features: Int
    /// Of the network, biases and normalisation included.
    public let parameters: Int
    public let stepsPerEpoch: Int
    public let epochs: Int
    /// What trials measure.
    public let metrics: [MetricDefinition]
    /// What of its settings means another thing than it says, has no effect, or ends the training before its time, each
    /// a sentence.
    public let settingNotes: [String]

    public var classes: Int? { task.classCount }
    public var totalSteps: Int { stepsPerEpoch * epochs }
}
