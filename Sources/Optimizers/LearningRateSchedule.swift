/// The learning rate as a function of how far the training has come: a value without state.
public protocol LearningRateSchedule: Sendable {
    /// The learning rate at `moment`, given the rate that the training was set to.
    ///
    /// - Throws: only where a person's formula gives something that is no learning rate.
    func learningRate(from initial: Double, at moment: ScheduleMoment) throws(ScheduleError) -> Double

    /// Whether the rate may differ from step to step; if not, it is that of the epoch.
    var changesWithinEpochs: Bool { get }

    /// The epochs or steps that a person wrote at which the rate changes; those beyond the training never come.
    var writtenTimes: [Int] { get }
}

extension LearningRateSchedule {
    public var changesWithinEpochs: Bool { false }
    public var writtenTimes: [Int] { [] }
}

/// How far a training has come.
public struct ScheduleMoment: Hashable, Sendable {
    /// Epochs behind, counted from 0.
    public var epoch: Int
    /// Steps behind over all epochs, counted from 0.
    public var step: Int
    /// Epochs of the whole training.
    public var epochs: Int
    /// Steps of the whole training.
    public var steps: Int
    /// What schedules count in.
    public var unit = ScheduleUnit.epoch
    /// Whether a part of a sequence stands for the whole training.
    var isInPart = false

    public init(epoch: Int, step: Int, epochs: Int, steps: Int) {
        self.epoch = epoch
        self.step = step
        self.epochs = epochs
        self.steps = steps
    }

    /// Epochs or steps behind: t in the schedules' formulas.
    public var now: Int { unit == .epoch ? epoch : step }

    /// Epochs or steps of the whole training.
    public var total: Int { unit == .epoch ? epochs : steps }

    /// How long a ramp is whose length is not written: that of the part of a sequence in which it stands, else 5, as in
    /// PyTorch.
    var usualRamp: Int { isInPart ? max(1, total) : 5 }

    /// At least 1.
    var stepsPerEpoch: Int { max(1, epochs > 0 ? steps / epochs : 1) }
}

/// What a schedule counts in.
public enum ScheduleUnit: String, CaseIterable, Sendable {
    case epoch, step
}

/// A formula that gives no learning rate.
public struct ScheduleError: Error, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}

/// A schedule that counts steps where it would count epochs.
struct PerStep: LearningRateSchedule {
    let base: any LearningRateSchedule

    var changesWithinEpochs: Bool { true }
    var writtenTimes: [Int] { base.writtenTimes }

    func learningRate(from initial: Double, at moment: ScheduleMoment) throws(ScheduleError) -> Double {
        var moment = moment
        moment.unit = .step
        return try base.learningRate(from: initial, at: moment)
    }
}
