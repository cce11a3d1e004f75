import Analysis
import Reports
import Settings
import SweepFiles
import SweepPlanning
public import SweepRuns
import SweepViews
import Sweeps

/// A plan for people and as JSON for machines.
public struct PlanReport {
    let prepared: PreparedSweep
    /// The most configurations to show.
    let shown: Int
    private let program: Program?

    /// What the trials run in place of the training core.
    public struct Program {
        /// Of the first trial.
        let commandLine: [String]
        let folder: String
        /// How many trials run at once, and why.
        let concurrency: String

        public init(commandLine: [String], folder: String, concurrency: String) {
            self.commandLine = commandLine
            self.folder = folder
            self.concurrency = concurrency
        }
    }

    public init(prepared: PreparedSweep, shown: Int, program: Program? = nil) {
        self.prepared = prepared
        self.shown = shown
        self.program = program
    }

    private var plan: TrialPlan { prepared.plan }
    private var sweep: Sweep { prepared.sweep }

    /// What in the file comes to nothing.
    public var notes: [String] {
        GivenLabels.unused(sweep.labels, among: plan.configurations).map { label in
            "The label '\(SafeText.escaping(label.text))' fits no configuration ('\(SafeText.escaping(label.condition))')."
        }
    }

    public func text(for terminal: Terminal) -> String {
        var text = "\(title): \(extent)\n"
        if hasObjective { text += "judged by \(Words.objective(sweep.objective))\n" }
        if let program {
            for line in [program.concurrency, "the first trial runs, in \(SafeText.escaping(program.folder)):"] {
                text += terminal.wrapping(line) + "\n"
            }
            text += "  " + SafeText.escaping(ShellText.words(program.commandLine)) + "\n"
        } else {
            for line in sizes { text += terminal.wrapping(line) + "\n" }
            text += "\(Self.grouped(prepared.totalSteps)) training steps in all\n"
        }
        guard !plan.varying.isEmpty else { return text }

        text += "\nvarying\n"
        var fields = FieldList()
        for parameter in plan.varying {
            let words = ParameterWords(parameter.values, of: parameter.name)
            let values = parameter.values.prefix(12).map { words.text($0, of: parameter.name) }.joined(separator: ", ")
            let rest = parameter.values.count - 12
            fields.add(
                "  " + parameter.name, SafeText.escaping(rest > 0 ? "\(values) … and \(rest) more" : values))
        }
        text += fields.text(for: terminal)
        guard shown > 0 else { return text }
        let table = PlanTable(plan, rows: shown)
        let numbers = TextTable.Column("", .right, (1...max(1, table.rows.count)).map { "\($0)" })
        let columns = table.columns.indices.map { column in
            TextTable.Column(table.columns[column], table.rows.map { $0[column] })
        }
        let whole = TextTable(columns: [numbers] + columns)
        let fitting = whole.orFolded(for: terminal) { TextTable(columns: [numbers, labels]) }
        text += "\nconfigurations\n" + fitting.text(for: terminal)
        if isSample {
            text += "… and so on\n"
        } else if table.omitted > 0 {
            text += "… and \(table.omitted) more\n"
        }
        return text
    }

    /// Whether there are more configurations than were planned to be looked at.
    private var isSample: Bool { sweep.isEndless && !plan.isWholeSpace }

    private var hasObjective: Bool { sweep.program == nil || prepared.file.hasMetric }

    private var title: String {
        let name = SafeText.escaping(sweep.name)
        return sweep.label.map { "\(SafeText.escaping($0)) (\(name))" } ?? name
    }

    /// How many trials there are.
    private var extent: String {
        let seeds = sweep.seeds.count
        if isSample {
            return "configurations without an end" + (seeds > 1 ? ", each with \(seeds) seeds" : "")
                + "; 'sweep run --count' says how many are trained"
        }
        let trials = Phrases.count(plan.trials.count, "trial")
        if seeds <= 1 { return trials }
        return trials + " = \(Phrases.count(plan.configurations.count, "configuration")) × \(seeds) seeds"
    }

    /// All that varies in one column.
    private var labels: TextTable.Column {
        let labels = ConfigurationLabels(plan.configurations, order: sweep.parameterNames)
        return TextTable.Column("configuration", plan.configurations.prefix(shown).map { labels.label(of: [$0]) })
    }

    /// What is trained on what: one line for each data set, with the range of the networks' sizes.
    private var sizes: [String] {
        var order: [String] = []
        var parameters: [String: (least: Int, most: Int)] = [:]
        for summary in prepared.summaries.compactMap(\.training) {
            let described = summary.data
            var data = "\(SafeText.escaping(described.name)): \(Self.grouped(described.trainingExamples)) training"
            if described.devExamples > 0 { data += ", \(Self.grouped(described.devExamples)) dev" }
            if described.testExamples > 0 { data += ", \(Self.grouped(described.testExamples)) test" }
            data += " examples of \(Phrases.count(described.features, "feature"))"
            if let classes = described.classes { data += ", \(classes) classes" }
            if !described.skipped.isEmpty {
                data += ", \(Phrases.count(described.skipped.count, "broken picture")) left out"
            }
            if parameters[data] == nil { order.append(data) }
            let seen = parameters[data] ?? (summary.parameters, summary.parameters)
            parameters[data] = (min(seen.least, summary.parameters), max(seen.most, summary.parameters))
        }
        return order.map { data in
            guard let size = parameters[data] else { return data }
            let range = size.least == size.most ? "" : "\(Self.grouped(size.least)) to "
            return "\(data); networks of \(range)\(Self.grouped(size.most)) parameters"
        }
    }

    /// Thousands apart: `1,234,567`.
    private static func grouped(_ number: Int) -> String {
        var digits = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { digits.append(",") }
            digits.append(digit)
        }
        return String(digits.reversed())
    }

    /// The most pictures that are named.
    private static let mostSkipped = 1_000

    /// The pictures that are left out since they are broken, each once, with the reason.
    private var skipped: [String] {
        var seen: Set<String> = []
        return prepared.summaries.flatMap { $0.training?.data.skipped ?? [] }.filter { seen.insert($0).inserted }
    }

    public var json: String {
        var entries: [String: SettingValue] = [
            "sweep": .string(sweep.name), "objective": hasObjective ? SettingValue(sweep.objective) : .null,
            "trials": isSample ? .null : .int(plan.trials.count), "seeds": .list(sweep.seeds.map { .int($0) }),
            "varying": .mapping(
                Dictionary(plan.varying.map { ($0.name, .list($0.values)) }, uniquingKeysWith: { first, _ in first })),
            "configurations": .list(plan.configurations.prefix(shown).map { .mapping($0.settings) }),
            "configuration_count": isSample ? .null : .int(plan.configurations.count),
        ]
        if let label = sweep.label { entries["label"] = .string(label) }
        if let program {
            entries["command"] = .list(program.commandLine.map(SettingValue.string))
            entries["folder"] = .string(program.folder)
        } else {
            entries["training_steps"] = .int(prepared.totalSteps)
            entries["skipped"] = .list(skipped.prefix(Self.mostSkipped).map(SettingValue.string))
            entries["skipped_count"] = .int(skipped.count)
        }
        return SettingValue.mapping(entries).canonicalJSON
    }
}
