import Settings
public import SweepViews
public import Sweeps

/// The rates that learning-rate range tests suggest: as YAML to be pasted below `parameters:`, and as JSON.
public struct LearningRateRangeReport {
    let sweep: String
    let settings: RangeTestSettings
    /// In the order of the plan.
    let tests: [(variant: OptimizerVariant, result: LearningRateTest)]
    /// Of the files with the chart and its data.
    let charts: [String]

    public init(
        sweep: String, settings: RangeTestSettings, tests: [(variant: OptimizerVariant, result: LearningRateTest)],
        charts: [String]
    ) {
        self.sweep = sweep
        self.settings = settings
        self.tests = tests
        self.charts = charts
    }

    public var yaml: String {
        let known = tests.filter { $0.result.range != nil }
        guard !known.isEmpty else {
            let comments = tests.flatMap { rate($0.result, $0.variant, key: "") }
            return (["  # No range was found, so there is nothing to paste."] + comments)
                .joined(separator: "\n") + "\n"
        }
        var lines = [
            "  # Between min and max the loss of \(sweep) falls, by a learning-rate range test: seed \(settings.seed), "
                + "\(settings.steps) steps, rates from \(SettingValue.number(settings.lowest).words()) to "
                + "\(SettingValue.number(settings.highest).words())."
        ]
        lines += heldComments
        let names = tests.map(\.variant.name)
        if tests.count == 1, let test = tests.first {
            lines += rate(test.result, test.variant, key: "  lr: ")
        } else if Set(names).count == names.count {
            lines += ["  optimizer:", "    choices:"]
            for (variant, result) in tests {
                let options = variant.options.map { "\($0.name): \(Self.constant($0.value)), " }.joined()
                lines += rate(result, variant, key: "      \(variant.name): {\(options)lr: ", end: "}")
            }
        } else {
            for (variant, result) in tests {
                let rate = rate(result, variant, key: "    lr: ")
                if result.range == nil {
                    lines += rate
                    continue
                }
                lines.append("  - optimizer: \(variant.name)")
                lines += variant.options.map { "    \($0.name): \(Self.constant($0.value))" } + rate
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// With which of the values that vary the optimizers were tested, once where it is the same for all.
    private var heldComments: [String] {
        var seen: Set<String> = []
        return tests.compactMap { test in
            let held = test.variant.held.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
            guard !held.isEmpty, seen.insert(held).inserted else { return nil }
            let subject = isHeldAlike ? "Tested" : "\(test.variant.label) was tested"
            return "  # \(SafeText.escaping("\(subject) with \(held)")), the first of what varies."
        }
    }

    private var isHeldAlike: Bool { Set(tests.map(\.variant.held)).count == 1 }

    /// A line after its key; a comment where no range is known.
    private func rate(
        _ result: LearningRateTest, _ variant: OptimizerVariant, key: String, end: String = ""
    ) -> [String] {
        guard let range = result.range else {
            return ["  # \(SafeText.escaping(variant.label)): no range, since the loss did not fall."]
        }
        return ["\(key){min: \(range.least), max: \(range.most), distribution: log_uniform_values}\(end)"]
    }

    /// Lists and mappings would be read as more than one value.
    private static func constant(_ value: SettingValue) -> String {
        switch value {
        case .list, .mapping: "{value: \(SweepFileText.flow(value))}"
        default: SweepFileText.flow(value)
        }
    }

    /// What a person should know about the tests, one sentence a line.
    public var notes: [String] {
        var notes: [String] = []
        for (variant, result) in tests {
            let label = SafeText.escaping(variant.label)
            guard let range = result.range else {
                notes.append("\(label): the loss did not fall by more than chance; try other rates or more '--steps'.")
                continue
            }
            if range.startsFalling {
                notes.append("\(label): the loss falls from the lowest rates on; try a lower '--from'.")
            }
            if range.endsFalling { notes.append("\(label): the loss falls to the end; try a higher '--to'.") }
        }
        if tests.contains(where: { !$0.variant.held.isEmpty }) {
            notes.append(
                "Of what else varies the first was taken; name another one first in the sweep file to test with that.")
        }
        if tests.contains(where: { $0.result.range != nil }) {
            notes.append("A range needs 'method: random' and a 'run_cap' in the sweep file.")
        }
        return notes
    }

    /// What is tested now: `sgd (1 of 4): 200 steps, with batch_size 16, hidden [64]`.
    public static func progress(
        _ variant: OptimizerVariant, _ index: Int, of count: Int, steps: Int
    ) -> String {
        let held = variant.held.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        return "\(SafeText.escaping(variant.label)) (\(index + 1) of \(count)): up to \(steps) steps"
            + (held.isEmpty ? "" : ", with the first of what varies: \(SafeText.escaping(held))")
    }

    public var json: String {
        SettingValue.mapping([
            "sweep": .string(sweep), "seed": .int(settings.seed), "from": .number(settings.lowest),
            "to": .number(settings.highest), "steps": .int(settings.steps),
            "charts": .list(charts.map(SettingValue.string)),
            "optimizers": .list(tests.map { Self.value($0.variant, $0.result) }),
        ]).canonicalJSON
    }

    private static func value(_ variant: OptimizerVariant, _ result: LearningRateTest) -> SettingValue {
        .mapping([
            "optimizer": .string(variant.name), "label": .string(variant.label),
            "options": entries(variant.options), "held": entries(variant.held),
            "diverged": .bool(result.hasDiverged),
            "lr": result.range.map { .mapping(["min": .number($0.least), "max": .number($0.most)]) } ?? .null,
            "rates": .list(result.steps.map { .number($0.rate) }),
            "losses": .list(result.steps.map { .number($0.loss) }),
            "smoothed_losses": .list(result.steps.map { .number($0.smoothedLoss) }),
        ])
    }

    private static func entries(_ options: [OptimizerVariant.Option]) -> SettingValue {
        .mapping(Dictionary(options.map { ($0.name, $0.value) }) { first, _ in first })
    }
}

/// What a range test was asked for.
public struct RangeTestSettings: Hashable {
    public let lowest: Double
    public let highest: Double
    public let steps: Int
    public let seed: Int

    public init(lowest: Double, highest: Double, steps: Int, seed: Int) {
        self.lowest = lowest
        self.highest = highest
        self.steps = steps
        self.seed = seed
    }
}
