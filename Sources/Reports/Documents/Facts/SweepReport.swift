public import Analysis
public import SweepViews
public import Sweeps

/// What a sweep teaches: its verdict, the evidence for it, what to beware of, and how to get the winner again.
///
/// A pure value of the sweep's results: the same results give the same report. `document` puts it into words.
public struct SweepReport: Sendable {
    /// The sweep's name.
    public let sweep: String
    /// What its file says it is about.
    public let description: String?
    public let objective: Objective
    public let unit: ObjectiveUnit
    /// What was asked of the trials; nil where all count.
    public let condition: String?
    public let extent: SweepExtent
    public let verdict: ReportVerdict
    /// Beside the winner, or the best of each part where not all can be compared; without those that were not measured.
    public let constantGuesses: [ConstantGuess]
    /// The gravest first.
    public let warnings: [SweepWarning]
    public let ranking: ReportRanking
    /// Nil where no parameter varies among configurations with a value, or not all can be compared.
    public let findings: ParameterFindings?
    /// In the order in which they answer questions.
    public let charts: [ReportChart]
    /// Nil where there is no winner.
    public let reproduction: Reproduction?
    /// Nil for the training core.
    public let program: ProgramFacts?

    /// - Parameters:
    ///   - storeOption: of the commands that the report names: `--store FILE`; nil where they need none.
    ///   - rows: how many configurations the ranking shows, at least 1.
    ///   - charts: how they are drawn.
    ///   - program: what its trials ran; nil for the training core.
    ///   - reproduction: how to get the configuration of this number, the winner, again.
    public init(
        of results: SweepView, storeOption: String? = nil, rows: Int = 10,
        charts: ChartOptions = ChartOptions(), program: ProgramFacts? = nil,
        reproduction: (_ configuration: Int) throws -> Reproduction? = { _ in nil }
    ) rethrows {
        precondition(rows >= 1, "a ranking of \(rows) configurations")
        let ranked = RankedConfigurations(results)
        sweep = results.sweep
        self.program = program
        description = results.sources[0].description
        objective = results.objective
        unit = ranked.unit
        condition = results.condition
        extent = SweepExtent(results)
        let groups = ParameterGroups.all(ranked)
        verdict = ReportVerdict(ranked, groups: groups, extent: extent)
        constantGuesses = ranked.constantGuesses
        let retry = "sweep run \(ShellText.quoting(results.sources[0].filePath)) --retry failed"
        warnings = ranked.warnings(groups: groups, retry: retry + (storeOption.map { " \($0)" } ?? ""))
        ranking = ReportRanking(ranked, rows: rows)
        findings = ParameterFindings(ranked)
        // A picture of shares that mean nothing would be believed.
        let misleading: Set<ChartKind> = findings.map { $0.reliability == .none } ?? true ? [.importance] : []
        self.charts = ReportChart.all(of: results, except: misleading, options: charts)
        self.reproduction = try ranked.winner.flatMap { try reproduction(ranked.ranking.entries[$0].result.number) }
    }
}
