/// All values of one metric of one trial, in the order of steps; the arrays have one length.
public struct MetricSeries: Hashable, Sendable {
    public let trial: TrialRecord.ID
    public let metric: String
    /// Nil where whoever measured counts no epochs.
    public internal(set) var epochs: [Int?]
    public internal(set) var steps: [Int]
    /// A value that is not a number is NaN.
    public internal(set) var values: [Double]

    init(trial: TrialRecord.ID, metric: String) {
        self.trial = trial
        self.metric = metric
        epochs = []
        steps = []
        values = []
    }
}
