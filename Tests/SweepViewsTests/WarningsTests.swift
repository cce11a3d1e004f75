import Analysis
import Settings
import SweepViews
import Sweeps
import Testing

/// What to beware of is known of a view, whoever renders it.
struct WarningsTests {
    private func trial(_ number: Int, seed: Int, accuracy: Double) -> SweepView.TrialResult {
        var summary = MetricSummary(of: MetricPoint(epoch: 1, step: 20, value: 1))
        summary.take(MetricPoint(epoch: 2, step: 40, value: 0.5))
        return SweepView.TrialResult(
            outcome: TrialOutcome(
                trial: Trial(configuration: Configuration(["lr": .number(Double(number))]), seed: seed, data: "d"),
                configurationNumber: number, state: .finished,
                summaries: [
                    "dev_accuracy": MetricSummary(of: MetricPoint(epoch: 2, step: 40, value: accuracy)),
                    "train_loss": summary,
                ], seconds: 1),
            series: [
                "dev_accuracy": SweepView.Series(
                    epochs: Array(1...20), steps: Array(1...20), values: (1...20).map { accuracy * Double($0) / 20 })
            ])
    }

    @Test("settings that never acted, the edge of what was tried, and curves that still rise")
    func all() {
        let trials = (1...3).flatMap { number in
            (1...3).map { trial(number, seed: $0, accuracy: 0.2 * Double(number) + 0.001 * Double($0)) }
        }
        let settings = SweepSettings(idleness: { settings, steps in
            settings["lr"] == .number(2) ? ["the rate never changes in \(steps) steps."] : []
        })
        let view = SweepView(
            sources: [SweepSource(name: "a", parameterNames: ["lr"])], objective: Objective(), trials: trials,
            settings: [settings])
        #expect(view.idleSettings == ["the rate never changes in 20 steps."])
        let warnings = RankedConfigurations(view).warnings()
        #expect(warnings.contains(.idleSetting("the rate never changes in 20 steps.")))
        #expect(warnings.contains { if case .bestAtEdge = $0 { true } else { false } }, "\(warnings)")
        #expect(warnings.contains { if case .stillImproving = $0 { true } else { false } }, "\(warnings)")
        #expect(RankedConfigurations(view.keeping { $0["lr"] != .number(2) }).warnings().count < warnings.count)
    }

    @Test("of a range that all optimizers share, the best value is that of the best of all")
    func sharedRange() {
        let drawn: [(optimizer: String, decay: Double, accuracy: Double)] = [
            ("sgd", 0.1, 0.9), ("sgd", 0.3, 0.5), ("adam", 0.01, 0.7), ("adam", 0.2, 0.6),
        ]
        let trials = drawn.enumerated().map { number, one in
            SweepView.TrialResult(
                outcome: TrialOutcome(
                    trial: Trial(
                        configuration: Configuration([
                            "optimizer": .string(one.optimizer), "weight_decay": .number(one.decay),
                        ]), seed: 1, data: "d"),
                    configurationNumber: number + 1, state: .finished,
                    summaries: [
                        "dev_accuracy": MetricSummary(of: MetricPoint(epoch: 1, step: 1, value: one.accuracy))
                    ], seconds: 1), series: [:])
        }
        let source = SweepSource(
            name: "a", parameterNames: ["optimizer", "weight_decay"], design: SweepDesign(isGrid: false))
        let view = SweepView(sources: [source], objective: Objective(), trials: trials)
        let warnings = RankedConfigurations(view).warnings()
        #expect(!warnings.contains { if case .bestAtEdge = $0 { true } else { false } }, "\(warnings)")
    }
}
