import Networks
import Optimizers
import Tensors

/// Takes the steps of a training: loss and gradient of a batch, changes to the gradient, the optimizer's update.
struct TrainingStep {
    let optimizer: Optimizer
    private let plan: TrainingPlan
    private let pass: NetworkPass
    private let stepsPerEpoch: Int

    init(_ network: Network, _ plan: TrainingPlan, batchCapacity: Int, stepsPerEpoch: Int, groups: [ParameterGroup]) {
        self.plan = plan
        self.stepsPerEpoch = stepsPerEpoch
        pass = NetworkPass(network, capacity: batchCapacity, seed: plan.seed)
        optimizer = Optimizer(plan.optimizer, parameterCount: network.layout.count, groups: groups)
    }

    /// The loss of the batch and its gradients, before penalties and clipping.
    ///
    /// - Parameter step: counted from 0 over the whole training.
    func loss(_ batch: Batch, step: Int) -> Double {
        pass.train(batch, plan.loss, step: step)
    }

    /// Changes the weights by the gradients of the last loss.
    ///
    /// - Parameter measuresNorm: whether the gradient's norm is wanted.
    /// - Returns: the norm before clipping, where it was wanted or needed.
    func update(step: Int, measuresNorm: Bool) throws(ScheduleError) -> Double? {
        let gradients = pass.gradients
        let parameters = pass.network.parameters
        if plan.l1 > 0 {
            Gradient.addL1Penalty(
                gradients, weights: parameters, at: pass.network.weightRanges, strength: plan.l1)
        }
        let norm = measuresNorm || plan.clipNorm != nil ? Gradient.norm(gradients) : nil
        if let limit = plan.clipNorm, let norm { Gradient.clip(gradients, norm: norm, limit: limit) }
        if let limit = plan.clipValue { Gradient.clip(gradients, value: limit) }
        let rates = try learningRates(step: step)
        optimizer.step(
            parameters: parameters.elements, gradients: UnsafeBufferPointer(gradients.elements), learningRates: rates)
        return norm
    }

    /// The learning rate of each group at a step, before the group's scale.
    private func learningRates(step: Int) throws(ScheduleError) -> [Double] {
        let own = try learningRate(step: step)
        var rates: [Double] = []
        for group in optimizer.groups {
            if let schedule = group.schedule {
                rates.append(try schedule.learningRate(from: plan.learningRate, at: moment(step)))
            } else {
                rates.append(own)
            }
        }
        return rates
    }

    /// The plan's learning rate at a step, counted from 0.
    func learningRate(step: Int) throws(ScheduleError) -> Double {
        switch plan.decay {
        case .timed(let schedule): try schedule.learningRate(from: plan.learningRate, at: moment(step))
        }
    }

    private func moment(_ step: Int) -> ScheduleMoment {
        ScheduleMoment(
            epoch: step / stepsPerEpoch, step: step, epochs: plan.epochs, steps: plan.epochs * stepsPerEpoch)
    }
}
