import Networks
import Optimizers
import Settings
import Tensors

/// Takes the steps of a training: loss and gradient of a batch, changes to the gradient, the optimizer's update.
struct TrainingStep {
    /// What a step was.
    struct Result: Hashable {
        /// Before the update and without penalties; if it is not finite, nothing was updated.
        let loss: Double
        /// The gradient's norm before clipping, frozen parameters aside, where it was asked for or needed, and did not
        /// overflow.
        let norm: Double?
        /// The factor on the loss; nil where the precision needs none.
        var lossScale: Double?
        /// Whether the gradient had overflowed, so that nothing was updated.
        var isSkipped = false
    }

    let updater: Updater
    var rates: LearningRates
    /// nil where the precision needs none.
    var scaling: LossScaling?
    private let plan: TrainingPlan
    private let pass: NetworkPass
    /// For batches that are taken in slices; nil without.
    private let gradientSum: FloatBuffer?
    /// Where the weights are that an L1 penalty applies to: those that are trained.
    private let penalizedRanges: [Range<Int>]

    /// - Parameters:
    ///   - batchSize: the examples of a step.
    ///   - capacity: those that are held at once.
    init(
        _ network: Network, _ plan: TrainingPlan, batchSize: Int, capacity: Int, stepsPerEpoch: Int
    ) throws(SettingError) {
        self.plan = plan
        updater = try Updater(plan, network, isFullBatch: stepsPerEpoch == 1)
        rates = LearningRates(plan, groups: updater.groups, stepsPerEpoch: stepsPerEpoch)
        scaling = plan.precision == .float16 ? LossScaling() : nil
        let trained = updater.trainedRanges
        pass = NetworkPass(
            network, capacity: capacity, precision: plan.precision, seed: plan.seed, trained: trained)
        gradientSum = capacity < batchSize ? FloatBuffer(count: network.layout.count) : nil
        penalizedRanges = network.weightRanges.filter { weight in trained.contains { $0.overlaps(weight) } }
    }

    /// - Parameters:
    ///   - step: counted from 0 over the whole training.
    ///   - measuresNorm: whether the gradient's norm is wanted.
    mutating func take(_ examples: StepExamples, step: Int, measuresNorm: Bool) throws -> Result {
        try rates.prepare(step: step)
        switch updater {
        case .perStep(let optimizer):
            let factor = scaling?.factor
            let loss = examples.train(pass, plan.loss, step: step, scale: factor ?? 1, sum: gradientSum)
            let lossScale = factor.map(Double.init)
            guard loss.isFinite, unscale() else {
                return Result(loss: loss, norm: nil, lossScale: lossScale, isSkipped: loss.isFinite)
            }
            let norm = finishGradient(measuresNorm: measuresNorm)
            optimizer.step(
                parameters: pass.network.parameters.elements, gradients: gradients,
                learningRates: rates.current)
            return Result(loss: loss, norm: norm, lossScale: lossScale)
        case .fullBatch(let optimizer, _):
            let rate = try rates.learningRate(step: step)
            var first: Result?
            _ = optimizer.step(
                parameters: pass.network.parameters.elements, gradients: gradients,
                learningRate: rate
            ) {
                let loss = examples.train(pass, plan.loss, step: step, scale: 1, sum: gradientSum)
                let norm = finishGradient(measuresNorm: measuresNorm && first == nil)
                if first == nil { first = Result(loss: loss, norm: norm) }
                return loss + penalty
            }
            return first ?? Result(loss: .nan, norm: nil)
        }
    }

    private var gradients: UnsafeBufferPointer<Float> { UnsafeBufferPointer(pass.gradients.elements) }

    /// Takes the loss scaling's factor off the gradient; false if the gradient has overflowed.
    private mutating func unscale() -> Bool {
        guard let factor = scaling?.factor else { return true }
        let isFinite = Gradient.norm(pass.gradients).isFinite
        if isFinite { Gradient.scale(pass.gradients, by: 1 / factor) }
        scaling?.observe(overflowed: !isFinite)
        return isFinite
    }

    /// Makes the loss's gradient what the optimizer is to see, and gives its norm before clipping.
    private func finishGradient(measuresNorm: Bool) -> Double? {
        if plan.l1 > 0 {
            Gradient.addL1Penalty(
                pass.gradients, weights: pass.network.parameters, at: penalizedRanges, strength: plan.l1)
        }
        let norm = measuresNorm || plan.clipNorm != nil ? Gradient.norm(pass.gradients) : nil
        if let limit = plan.clipNorm, let norm { Gradient.clip(pass.gradients, norm: norm, limit: limit) }
        if let limit = plan.clipValue { Gradient.clip(pass.gradients, value: limit) }
        return norm
    }

    private var penalty: Double {
        guard plan.l1 > 0 else { return 0 }
        return plan.l1 * Gradient.l1Norm(pass.network.parameters, at: penalizedRanges)
    }
}
