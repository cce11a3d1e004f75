/// A factor on the loss that keeps small gradients of float16 from vanishing, found while training.
///
/// It is halved when a gradient has overflowed, in which case the step is left out, and doubled after `growthInterval`
/// good steps in a row.
///
/// Source: P. Micikevicius et al., "Mixed precision training", 2018, section 3.2; the numbers are those of PyTorch's
/// `GradScaler`.
struct LossScaling: Hashable {
    static let growthInterval = 2000

    private(set) var factor: Float = 65536
    /// Since the last change.
    private(set) var goodSteps = 0

    /// Takes note of a step.
    mutating func observe(overflowed: Bool) {
        if overflowed {
            factor /= 2
            goodSteps = 0
            return
        }
        goodSteps += 1
        if goodSteps == Self.growthInterval {
            // Beyond this the factor itself would overflow.
            if factor < 0x1p126 { factor *= 2 }
            goodSteps = 0
        }
    }
}

extension LossScaling {
    /// For a checkpoint.
    var numberTexts: [String: String] { ["factor": factor.description, "good_steps": String(goodSteps)] }

    /// nil if something is missing or no number.
    init?(numberTexts: [String: String]) {
        guard let factor = numberTexts["factor"].flatMap(Float.init), factor.isFinite, factor >= 0,
            let steps = numberTexts["good_steps"].flatMap(Int.init), steps >= 0
        else { return nil }
        self.init(factor: factor, goodSteps: steps)
    }
}
