public import Analysis
public import Sweeps

/// What is known of a sweep, or of several as one; texts, tables, charts and pages show it and work out nothing.
public struct SweepView: Sendable {
    /// The label that says which sweep a trial is of, where several are shown together.
    public static let sweepLabel = "sweep"
    /// The label that says the seed, where single trials are shown.
    public static let seedLabel = "seed"

    /// One or more.
    public let sources: [SweepSource]
    /// By what trials are judged here, whatever their sweeps say.
    public let objective: Objective
    /// What was asked of the trials, as it was written; nil where all are there.
    public let condition: String?
    public let trials: [TrialResult]
    /// What it is called: the sweeps' names, or what single trials are.
    public let sweep: String
    /// What the sweeps' files call configurations.
    public let given: GivenLabels
    public let ranking: Ranking
    /// The configurations with their trials, the best first; those without a value of the objective last.
    public let configurations: [ConfigurationTrials]
    /// Whether each trial is shown by itself, as if it were a configuration of its own.
    public let isOfSingleTrials: Bool
    /// What is to be said of what was read.
    public let notes: [SweepNote]
    private let judged: Deferred<RankingEvidence>
    /// What is known of the settings of each source; none of what is in no store.
    private let settings: [SweepSettings]
    /// At most one; an array, since a value cannot hold another of its type.
    private var wholes: [SweepView] = []

    /// - Precondition: there is a source, and each trial is of one.
    public init(
        sources: [SweepSource], objective: Objective, condition: String? = nil, trials: [TrialResult],
        notes: [SweepNote] = [], given: GivenLabels = GivenLabels(), settings: [SweepSettings] = [],
        singly title: String? = nil
    ) {
        precondition(!sources.isEmpty, "no sweep to show")
        self.settings = settings
        self.sources = sources
        self.objective = objective
        self.condition = condition
        self.trials = trials
        self.notes = notes
        self.given = given
        isOfSingleTrials = title != nil
        self.sweep = title ?? Self.title(sources.map(\.name))
        let byConfiguration = Dictionary(grouping: trials, by: \.outcome.configurationNumber)
        let ranking = Ranking(
            of: trials.map(\.outcome), by: objective, metric: Self.metric(of: objective, in: sources))
        self.ranking = ranking
        configurations = ranking.entries.map { entry in
            ConfigurationTrials(
                configuration: entry.result.described, trials: byConfiguration[entry.result.number] ?? [])
        }
        judged = Deferred { RankingEvidence(ranking) }
    }

    /// The objective's metric as the sweeps define it; nil where they differ, and its name has to tell.
    static func metric(of objective: Objective, in sources: [SweepSource]) -> MetricDefinition? {
        let definitions = Set(sources.map { $0.definition(of: objective.metric) })
        return definitions.count == 1 ? definitions.first : nil
    }

    /// A sweep that is in no store.
    public init(
        sweep: String, objective: Objective, parameterNames: [String] = [], condition: String? = nil,
        trials: [TrialResult], given: GivenLabels = GivenLabels()
    ) {
        self.init(
            sources: [SweepSource(name: sweep, objective: objective, parameterNames: parameterNames)],
            objective: objective, condition: condition, trials: trials, given: given)
    }

    /// What can be said of the ranking, and with what certainty.
    public var evidence: RankingEvidence { judged.value }

    /// What this is a part of, as what one panel shows; itself where it is no part.
    public var whole: SweepView { wholes.first ?? self }

    /// Whether it is a part of another, as what one panel shows.
    public var isPart: Bool { !wholes.isEmpty }

    /// The same sweep with some of its trials only, as a part of it.
    ///
    /// - Parameter apart: whether it is compared with nothing else, as if there were only these.
    public func keeping(apart: Bool = false, _ isKept: (Configuration) -> Bool) -> SweepView {
        var part = SweepView(
            sources: sources, objective: objective, condition: condition,
            trials: trials.filter { isKept($0.outcome.described) }, notes: notes, given: given,
            settings: settings, singly: isOfSingleTrials ? sweep : nil)
        part.wholes = apart ? [] : [whole]
        return part
    }

    /// As the title of a chart has it.
    private static func title(_ names: [String]) -> String {
        Phrases.list(names.count > 3 ? Array(names.prefix(2)) + ["\(names.count - 2) more"] : names)
    }
}

extension SweepView {
    /// The names of what the sweeps' files vary, in their order, behind the labels.
    public var parameterNames: [String] {
        let varied = sources.flatMap(\.parameterNames)
        let labels = (isOfSingleTrials || sources.count > 1 ? [Self.sweepLabel] : []) + [Comparability.dataLabel]
        return Self.unique(labels + varied + (isOfSingleTrials ? [Self.seedLabel] : []))
    }

    /// The dotted names of all hyperparameters and labels, the varied ones in the order of the sweep's file first.
    public var parameters: [String] {
        let all = trials.flatMap { $0.outcome.described.parameters.map(\.name) }.sorted()
        return Self.unique(parameterNames.filter(Set(all).contains) + all)
    }

    /// How many different values a hyperparameter has; its absence counts as one.
    public func valueCount(of name: String) -> Int {
        ParameterValues(of: name, in: trials.map(\.outcome.described)).values.count
    }

    /// The place of the sweep that a configuration of this number is of.
    func place(ofNumber number: Int) -> Int { sources.lastIndex { $0.offset < number } ?? 0 }

    /// How the configurations came about.
    public var design: SweepDesign { sources.dropFirst().reduce(sources[0].design) { $0.joined(with: $1.design) } }

    /// What the configurations have in common, where each departs from it in one thing only; nil where they do not.
    public var alternatives: Alternatives? {
        Alternatives(among: configurations.map(\.configuration), order: parameterNames)
    }

    /// The values of a hyperparameter compared with each other, over what all of them were tried with.
    ///
    /// - Parameter part: of the evidence, where only configurations of that can be compared.
    public func comparison(of parameter: String, within part: RankingEvidence.Part? = nil) -> GroupComparison {
        GroupComparison(
            of: parameter, in: part?.ranking ?? ranking, part?.evidence ?? evidence, design: design,
            order: parameterNames)
    }

    /// That curves of these metrics are not all to be compared with each other; nil where they are.
    public func incomparability(of metrics: [String]) -> String? {
        let varying = VaryingParameters(among: configurations.map(\.configuration)).names
        let measured = metrics.filter { metric in trials.contains { $0.outcome.summaries[metric] != nil } }
        let dependent = measured.filter { !sources[0].definition(of: $0).obstacles(among: varying).isEmpty }
        guard let first = dependent.first else { return nil }
        let settings = Comparability.owners(among: sources[0].definition(of: first).obstacles(among: varying))
        return
            "\(Phrases.list(dependent)) \(dependent.count == 1 ? "depends" : "depend") on \(Phrases.list(settings)): "
            + "compare lines of the same \(Phrases.list(settings)) only."
    }

    /// The metrics by which all configurations could be compared, where by the objective they cannot.
    public var measures: [String] {
        guard let comparability = ranking.comparability, !comparability.hasDataVersions else { return [] }
        let finished = trials.filter { $0.state == .finished }
        let known = sources[0].metrics.isEmpty ? metrics.map { MetricDefinition(named: $0) } : sources[0].metrics
        let measured = known.filter { metric in
            finished.allSatisfy { $0.outcome.summaries[metric.name] != nil }
        }
        return Comparability.measures(measured, like: ranking.metric, varying: comparability.settings)
    }

    /// What of the configurations' settings never acted, or ended trainings before their time, each sentence once.
    public var idleSettings: [String] {
        var seen: Set<String> = []
        return configurations.flatMap { configuration -> [String] in
            // Every trial that got anywhere has measured the steps of an epoch.
            let trials = configuration.trials.filter { $0.source < settings.count }
            guard let trial = trials.first(where: { $0.last("train_loss") != nil }),
                let point = trial.last("train_loss"), let epoch = point.epoch, epoch > 0
            else { return [] }
            return settings[trial.source].idleness(configuration.configuration.settings, point.step / epoch)
        }.filter { seen.insert($0).inserted }
    }

    /// How many trials are in each state.
    public var states: [TrialState: Int] { Dictionary(trials.map { ($0.state, 1) }, uniquingKeysWith: +) }

    /// What was measured of any trial, by name.
    public var metrics: [String] { Set(trials.flatMap(\.outcome.summaries.keys)).sorted() }

    /// The name of a trial's sweep.
    public func sweep(of trial: TrialResult) -> String { sources[trial.source].name }

    /// The sweep of a configuration of the ranking, and its number there.
    public func origin(of number: Int) -> (sweep: String, number: Int) {
        let source = sources[place(ofNumber: number)]
        return (source.name, number - source.offset)
    }

    /// Whether advice on what to tune makes sense by the objective.
    public var isTuned: Bool {
        ranking.metric.isOfUnseenData || sources.contains { $0.objective.metric == objective.metric }
    }

    /// The best value of a metric of a trial, where its sweep knows which way is better.
    public func best(_ metric: String, of trial: TrialResult) -> MetricPoint? {
        sources[trial.source].goal(of: metric).flatMap { trial.outcome.summaries[metric]?.value(.best, $0) }
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
