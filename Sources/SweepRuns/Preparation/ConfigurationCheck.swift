public import Sweeps

/// What planning asks of whatever the trials are to run, without knowing what that is.
///
/// The first two questions may throw a `SettingError` about a setting of the configuration.
public struct ConfigurationCheck: Sendable {
    /// The objective of a sweep that trains with the core and names none: the one that fits the data which all trials share; nil where that cannot be told.
    let defaultObjective: @Sendable (_ shared: Configuration, _ folder: String) throws -> Objective?
    /// Checks a configuration to the last setting.
    let summary: @Sendable (Configuration, Sweep, _ folder: String) throws -> ConfigurationSummary
    /// What a person should know of what the trials run, each a sentence, for a sweep with these configurations.
    let notes: @Sendable ([Configuration], Sweep, _ folder: String) -> [String]

    /// - Parameters: each is given the folder where relative paths start, last.
    public init(
        defaultObjective: @escaping @Sendable (Configuration, String) throws -> Objective?,
        summary: @escaping @Sendable (Configuration, Sweep, String) throws -> ConfigurationSummary,
        notes: @escaping @Sendable ([Configuration], Sweep, String) -> [String] = { _, _, _ in [] }
    ) {
        self.defaultObjective = defaultObjective
        self.summary = summary
        self.notes = notes
    }
}

/// What a configuration comes to, without regard to the seed.
public struct ConfigurationSummary: Hashable, Sendable {
    /// A hash of all that a trial reads besides its settings; for `Trial.data`.
    public let fingerprint: String
    /// Nil where another program is run.
    public let training: Training?
    /// What its trials measure, as far as that is known before they run.
    public let metrics: [MetricDefinition]
    /// What of its settings has no effect, or ends trials before their time, each a sentence.
    public let notes: [String]

    /// What the training core makes of a configuration.
    public struct Training: Hashable, Sendable {
        public let data: DataDescription
        /// Of the network, biases and normalisation included.
        public let parameters: Int
        public let totalSteps: Int

        public init(data: DataDescription, parameters: Int, totalSteps: Int) {
            self.data = data
            self.parameters = parameters
            self.totalSteps = totalSteps
        }
    }

    /// The data of a configuration.
    public struct DataDescription: Hashable, Sendable {
        /// As the person wrote it: `digits`, `iris.csv`.
        public let name: String
        public let trainingExamples: Int
        /// 0 where none are set aside.
        public let devExamples: Int
        public let testExamples: Int
        public let features: Int
        /// Nil for a regression.
        public let classes: Int?
        /// Examples that cannot be read and were left out, each with the reason.
        public let skipped: [String]
        /// What lies at the data's places and is not used, each a clause that names it.
        public let notes: [String]

        public init(
            name: String, trainingExamples: Int, devExamples: Int, testExamples: Int, features: Int, classes: Int?,
            skipped: [String], notes: [String]
        ) {
            self.name = name
            self.trainingExamples = trainingExamples
            self.devExamples = devExamples
            self.testExamples = testExamples
            self.features = features
            self.classes = classes
            self.skipped = skipped
            self.notes = notes
        }
    }

    public init(
        fingerprint: String, training: Training?, metrics: [MetricDefinition] = [], notes: [String] = []
    ) {
        self.fingerprint = fingerprint
        self.training = training
        self.metrics = metrics
        self.notes = notes
    }
}
