import Foundation
import Settings

/// Up to `max_lr` and down far below where it began, over the whole training; PyTorch's `OneCycleLR`.
///
/// From `max_lr`/`div_factor` up to `max_lr` in the first `pct_start` of the training, then down to the first rate over
/// `final_div_factor`; with `three_phase` down to the first rate in as much time as up, and then to the last. The course
/// is that of half a cosine, or of a line with `anneal_strategy: linear`.
///
/// Source: L. Smith and N. Topin, "Super-convergence: very fast training of neural networks using large learning rates",
/// 2018. The momentum is not cycled. Where `max_lr` is not written, it is the initial rate, which plays no other part.
struct OneCycleSchedule: LearningRateSchedule {
    enum Anneal: String, CaseIterable {
        case cos, linear
    }

    let maximum: Double?
    let risingShare: Double
    let anneal: Anneal
    let startDivisor: Double
    let endDivisor: Double
    let hasThreePhases: Bool

    init(_ reader: inout SettingReader) throws(SettingError) {
        maximum = try reader.number("max_lr", .positive)
        risingShare = try reader.number("pct_start", default: 0.3, .between(0, and: 1))
        anneal = try reader.choice("anneal_strategy", default: Anneal.cos)
        startDivisor = try reader.number("div_factor", default: 25, .positive)
        endDivisor = try reader.number("final_div_factor", default: 1e4, .positive)
        hasThreePhases = try reader.bool("three_phase", default: false)
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        let highest = maximum ?? initial
        let first = highest / startDivisor
        let last = first / endDivisor
        let total = Double(moment.total)
        let peak = risingShare * total - 1
        // Where phases end, and the rates there.
        var phases = [(peak, highest), (total - 1, last)]
        if hasThreePhases { phases.insert((2 * risingShare * total - 2, first), at: 1) }
        var start = (time: 0.0, rate: first)
        for (index, (time, rate)) in phases.enumerated() {
            if Double(moment.now) <= time || index == phases.count - 1 {
                let length = time - start.time
                let share = length == 0 ? 1 : (Double(moment.now) - start.time) / length
                return annealed(from: start.rate, to: rate, share: min(share, 1))
            }
            start = (time, rate)
        }
        return last
    }

    private func annealed(from start: Double, to end: Double, share: Double) -> Double {
        switch anneal {
        case .cos: end + (start - end) / 2 * (1 + cos(.pi * share))
        case .linear: start + (end - start) * share
        }
    }
}
