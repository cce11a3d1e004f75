import Settings
public import Sweeps

/// What ails a training, read off its curves.
public enum Diagnosis: Hashable, Sendable {
    case overfits(Overfitting, others: Int)
    case underfits(Underfitting)
    case lossRises(RisingLoss)
    case gradientGrows(GrowingGradient)
    case stoppedEarly(String)

    public var sentence: String {
        switch self {
        case .overfits(let finding, let others):
            finding.sentence
                + (others == 0
                    ? "" : " So \(others == 1 ? "does" : "do") \(Phrases.count(others, "other configuration")).")
        case .underfits(let finding): finding.sentence
        case .lossRises(let finding): finding.sentence
        case .gradientGrows(let finding): finding.sentence
        case .stoppedEarly(let sentence): sentence
        }
    }

    /// What machines call its kind.
    public var name: String {
        switch self {
        case .overfits: "overfits"
        case .underfits: "underfits"
        case .lossRises: "loss_rises"
        case .gradientGrows: "gradient_grows"
        case .stoppedEarly: "stopped_early"
        }
    }

    /// Of so many configurations at most it is said one by one at which epochs they were stopped early.
    private static let mostStopped = 3

    /// What ails the configurations of a ranking, one line for each ailment of those to speak of.
    ///
    /// - Parameters:
    ///   - told: the entries that are spoken of, the best first; it is held up to the others as what can be learned.
    ///   - labels: of all entries.
    ///   - losses: the metrics by whose values one training is held against another.
    public static func all(
        of told: [Int], in ranking: Ranking, outcomes: [TrialOutcome], labels: [String],
        losses: [MetricDefinition] = []
    ) -> [Diagnosis] {
        let byNumber = Dictionary(grouping: outcomes, by: \.configurationNumber)
        func trials(_ entry: Int) -> [TrialOutcome] { byNumber[ranking.entries[entry].result.number] ?? [] }
        // The base line of alternatives is what ails before anything is done about it.
        let configurations = ranking.entries.map(\.result.configuration)
        let base = Alternatives(among: configurations).flatMap { alternatives in
            configurations.firstIndex { alternatives.differences(of: $0).isEmpty }
        }
        let first = (base.map { [$0] } ?? []) + told
        let order = first + ranking.entries.indices.filter { !first.contains($0) }
        let overfitting = order.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
            .compactMap { Overfitting(label: labels[$0], outcomes: trials($0)) }
        var found = overfitting.first.map { [Diagnosis.overfits($0, others: overfitting.count - 1)] } ?? []
        if let best = told.first, ranking.comparability == nil {
            found += told.dropFirst().compactMap { entry in
                // By whatever they are judged, each may have a loss of its own.
                let varying = VaryingParameters(among: [configurations[best], configurations[entry]]).names
                guard losses.allSatisfy({ $0.obstacles(among: varying).isEmpty }) else { return nil }
                return Underfitting(
                    label: labels[entry], outcomes: trials(entry), other: labels[best], otherOutcomes: trials(best)
                ).map(Diagnosis.underfits)
            }
        }
        let rising = ranking.entries.indices.filter { RisingLoss.holds(trials($0)) }
        found += [RisingLoss(labels: rising.map { labels[$0] })].compactMap { $0.map(Diagnosis.lossRises) }
        found += told.compactMap { entry in
            GrowingGradient(label: labels[entry], outcomes: trials(entry)).map(Diagnosis.gradientGrows)
        }
        let stopped = ranking.entries.indices.compactMap { entry in
            StoppedEarly.sentence(label: labels[entry], outcomes: trials(entry))
        }
        return found
            + (stopped.count <= mostStopped
            ? stopped
            : ["Trials of \(stopped.count) configurations were stopped early; 'sweep show TRIAL' says when."])
            .map(Diagnosis.stoppedEarly)
    }
}
