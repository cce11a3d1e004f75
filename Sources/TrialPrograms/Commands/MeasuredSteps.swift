import Sweeps
import TrialFolders

/// What counts of a trial's measurements, step by step.
struct MeasuredSteps {
    struct Point {
        let value: Double
        let epoch: Int?
    }

    private(set) var points: [String: [Int: Point]] = [:]

    mutating func take(_ runs: [MeasurementRun]) {
        for run in runs {
            for (index, value) in run.values.enumerated() {
                points[run.metric, default: [:]][run.firstStep + index] = Point(value: value, epoch: run.epoch)
            }
        }
    }

    mutating func withdraw(_ withdrawal: Withdrawal) {
        for metric in withdrawal.metric.map({ [$0] }) ?? Array(points.keys) {
            points[metric] = points[metric]?.filter { $0.key < withdrawal.firstStep }
        }
    }

    /// Takes what a journal's lines say, after what was taken before.
    mutating func take(_ lines: some Sequence<JournalReader.Line>) {
        for line in lines {
            switch line.entry {
            case .measured(let runs, _): take(runs)
            case .withdrawn(let withdrawal): withdraw(withdrawal)
            default: continue
            }
        }
    }

    /// Takes what `other` has of steps that are not here.
    mutating func fill(from other: MeasuredSteps) {
        for (metric, steps) in other.points {
            points[metric, default: [:]].merge(steps) { own, _ in own }
        }
    }

    /// What is here of steps that `other` does not have.
    func runs(without other: MeasuredSteps) -> [MeasurementRun] {
        points.sorted { $0.key < $1.key }.flatMap { metric, steps in
            var runs: [MeasurementRun] = []
            for (step, point) in steps.sorted(by: { $0.key < $1.key }) where other.points[metric]?[step] == nil {
                if let last = runs.last, last.lastStep + 1 == step, last.epoch == point.epoch {
                    runs[runs.count - 1] = MeasurementRun(
                        metric: metric, epoch: point.epoch, firstStep: last.firstStep,
                        values: last.values + [point.value])
                } else {
                    runs.append(MeasurementRun(metric: metric, epoch: point.epoch, step: step, value: point.value))
                }
            }
            return runs
        }
    }
}

extension MeasurementRun {
    var lastStep: Int { firstStep + max(0, values.count - 1) }
}
