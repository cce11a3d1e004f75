import Foundation
public import Optimizers

/// Learning rates that grow by the same factor from step to step, from the lowest to the highest.
public struct LearningRateLadder: Hashable, Sendable {
    public let lowest: Double
    public let highest: Double
    /// How many rates there are.
    public let steps: Int

    /// Fewer say too little about a curve.
    public static let fewestSteps = 20

    public init(from lowest: Double, to highest: Double, steps: Int) {
        precondition(0 < lowest && lowest < highest && highest.isFinite, "rates from \(lowest) to \(highest)")
        precondition(steps >= Self.fewestSteps, "\(steps) steps")
        self.lowest = lowest
        self.highest = highest
        self.steps = steps
    }

    /// - Parameter step: in `0..<steps`; later ones have the highest rate.
    func rate(_ step: Int) -> Double {
        if step >= steps - 1 { return highest }
        return lowest * pow(highest / lowest, Double(step) / Double(steps - 1))
    }
}

extension LearningRateLadder: LearningRateSchedule {
    public var changesWithinEpochs: Bool { true }

    public func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double { rate(moment.step) }
}
