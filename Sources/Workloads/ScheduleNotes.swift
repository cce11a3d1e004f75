import Optimizers
public import Settings
import Training

/// What of a configuration's schedules has no effect, or ends the training before its time; each a sentence.
public struct ScheduleNotes {
    /// Trainings of more epochs are not looked at one by one.
    private static let mostEpochs = 100_000

    private(set) var sentences: [String] = []
    private let initial: Double
    private let epochs: Int
    private let stepsPerEpoch: Int
    /// How often the training is evaluated.
    private let evaluations: Int
    private let evaluateEvery: Int

    /// Of settings that were trained with; empty for what this version cannot read any more.
    public static func sentences(of settings: [String: SettingValue], stepsPerEpoch: Int) -> [String] {
        do {
            let read = try WorkloadSettings(settings, folder: ".")
            return ScheduleNotes(read, written: settings, stepsPerEpoch: stepsPerEpoch).sentences
        } catch {
            return []
        }
    }

    init(_ settings: WorkloadSettings, written: [String: SettingValue], stepsPerEpoch: Int) {
        initial = settings.optimization.learningRate
        epochs = settings.passes.epochs
        self.stepsPerEpoch = stepsPerEpoch
        evaluateEvery = settings.passes.evaluateEvery
        evaluations = (epochs - 1) / evaluateEvery + 1
        guard epochs <= Self.mostEpochs else { return }
        for decay in settings.optimization.decays {
            let subject = "'\(decay.path)' \(Self.words(for: decay.group, in: written))"
            switch decay.decay {
            case .timed(let schedule): sentences += notes(on: schedule, subject)
            case .plateau(let plateau):
                // The first evaluation sets the mark; a rate that falls after the last one moves nothing.
                sentences += note("the rate cannot fall", after: plateau.patience + 2, plateau.patience, subject)
            }
        }
        if let stopping = settings.earlyStopping {
            sentences += note(
                "it cannot end a training", after: stopping.patience + 1, stopping.patience, "'early_stopping'")
        }
    }

    /// The decay, or that of a group, as in labels: `step gamma 0.1 step_size 10`.
    private static func words(for group: Int?, in settings: [String: SettingValue]) -> String {
        var owner = settings
        if let group, case .list(let groups)? = settings["param_groups"] { owner = groups[group].asMapping ?? [:] }
        guard let entries = owner["decay"]?.asMapping, let name = entries["name"] else { return "" }
        let options = entries.filter { $0.key != "name" && $0.key != "parts" }.sorted { $0.key < $1.key }
        return ([name.description] + options.map { "\($0.key) \($0.value)" }).joined(separator: " ")
    }

    private func note(_ words: String, after least: Int, _ patience: Int, _ subject: String) -> [String] {
        guard least >= evaluations else { return [] }
        let every = evaluateEvery > 1 ? " (evaluate_every \(evaluateEvery))" : ""
        return [
            "\(subject): \(words): a patience of \(patience) takes \(least) evaluations before the last, and there "
                + (evaluations == 1 ? "is 1" : "are \(evaluations)") + " in all\(every)."
        ]
    }

    private func notes(on schedule: any LearningRateSchedule, _ subject: String) -> [String] {
        let (total, unit) = schedule.changesWithinEpochs ? (epochs * stepsPerEpoch, "step") : (epochs, "epoch")
        let late = schedule.writtenTimes.filter { $0 >= total }
        if !late.isEmpty {
            let times = late.prefix(3).map(String.init).joined(separator: ", ") + (late.count > 3 ? " …" : "")
            return [
                "\(subject): \(times) never comes: the training ends with \(unit) \(total - 1), counted from 0 as there."
            ]
        }
        if let first = firstEpochWithoutRate(schedule) {
            return ["\(subject): the rate is 0 from epoch \(first + 1) of \(epochs) on."]
        }
        guard isConstant(schedule), changesLater(schedule) else { return [] }
        return ["\(subject): the rate never changes in \(epochs == 1 ? "1 epoch" : "\(epochs) epochs")."]
    }

    /// nil where there is none: the schedule's own errors are told elsewhere.
    private func rate(_ schedule: any LearningRateSchedule, epoch: Int, isEnd: Bool = false) -> Double? {
        let step = epoch * stepsPerEpoch + (isEnd ? stepsPerEpoch - 1 : 0)
        return try? schedule.learningRate(
            from: initial,
            at: ScheduleMoment(epoch: epoch, step: step, epochs: epochs, steps: epochs * stepsPerEpoch))
    }

    /// From which on all rates are 0; nil where the last one is not.
    private func firstEpochWithoutRate(_ schedule: any LearningRateSchedule) -> Int? {
        var first: Int?
        for epoch in (0..<epochs).reversed() {
            guard rate(schedule, epoch: epoch, isEnd: true) == 0, rate(schedule, epoch: epoch) == 0 else { break }
            first = epoch
        }
        return first
    }

    private func isConstant(_ schedule: any LearningRateSchedule) -> Bool {
        let first = rate(schedule, epoch: 0)
        return (0..<epochs).allSatisfy {
            rate(schedule, epoch: $0) == first && rate(schedule, epoch: $0, isEnd: true) == first
        }
    }

    /// Whether a longer training would have other rates: what a person wrote to change nothing is no mistake.
    private func changesLater(_ schedule: any LearningRateSchedule) -> Bool {
        let first = rate(schedule, epoch: 0)
        return (0..<20).contains { doublings in
            let (epoch, isTooLarge) = epochs.multipliedReportingOverflow(by: 1 << doublings)
            guard !isTooLarge, !epoch.multipliedReportingOverflow(by: 2 * stepsPerEpoch).overflow else { return false }
            return rate(schedule, epoch: epoch) != first
        }
    }
}
