/// What L-BFGS remembers: the latest changes of the parameters and of the gradient.
struct LBFGSHistory: Sendable {
    /// A change of the parameters, the change of the gradient that came with it, and 1 over their product.
    struct Pair: Sendable {
        var parameterChange: [Float]
        var gradientChange: [Float]
        var inverseProduct: Double
    }

    /// Directions taken, over all steps.
    var iterations = 0
    /// Losses computed, over all steps.
    var evaluations = 0
    var direction: [Float] = []
    var stepSize = 0.0
    var previousGradient: [Float] = []
    /// The scale of the first guess of the inverse curvature.
    var scale = 1.0
    /// From the oldest to the latest.
    var pairs: [Pair] = []

    /// The next direction from where the gradient is `gradient`; learns from how it has changed since the last.
    ///
    /// Nocedal and Wright, algorithm 7.4. A pair whose product is not above 1e-10 would spoil the guess and is left out.
    mutating func nextDirection(_ gradient: [Float], keeping most: Int) -> [Float] {
        iterations += 1
        if iterations == 1 {
            direction = Vector.scaled(gradient, by: -1)
        } else {
            learn(gradient, keeping: most)
            var next = Vector.scaled(gradient, by: -1)
            var weights: [Double] = []
            for pair in pairs.reversed() {
                let weight = Vector.product(pair.parameterChange, next) * pair.inverseProduct
                weights.append(weight)
                Vector.add(pair.gradientChange, scaledBy: -weight, to: &next)
            }
            next = Vector.scaled(next, by: scale)
            for (pair, weight) in zip(pairs, weights.reversed()) {
                let correction = Vector.product(pair.gradientChange, next) * pair.inverseProduct
                Vector.add(pair.parameterChange, scaledBy: weight - correction, to: &next)
            }
            direction = next
        }
        previousGradient = gradient
        return direction
    }

    private mutating func learn(_ gradient: [Float], keeping most: Int) {
        let gradientChange = Vector.difference(gradient, previousGradient)
        let parameterChange = Vector.scaled(direction, by: stepSize)
        let product = Vector.product(gradientChange, parameterChange)
        guard product > 1e-10 else { return }
        if pairs.count == most { pairs.removeFirst() }
        pairs.append(
            Pair(parameterChange: parameterChange, gradientChange: gradientChange, inverseProduct: 1 / product))
        scale = product / Vector.product(gradientChange, gradientChange)
    }
}

extension LBFGSHistory {
    /// Under PyTorch's names: `d`, `prev_flat_grad`, `old_stps.0` and `old_dirs.0` for the oldest pair, and so on.
    var exported: OptimizerState {
        var state = OptimizerState(numbers: [
            "n_iter": Double(iterations), "func_evals": Double(evaluations), "t": stepSize, "H_diag": scale,
            "pairs": Double(pairs.count),
        ])
        guard iterations > 0 else { return state }
        state.buffers["d"] = direction
        state.buffers["prev_flat_grad"] = previousGradient
        for (index, pair) in pairs.enumerated() {
            state.buffers["old_stps.\(index)"] = pair.parameterChange
            state.buffers["old_dirs.\(index)"] = pair.gradientChange
            state.numbers["ro.\(index)"] = pair.inverseProduct
        }
        return state
    }

    /// - Parameter count: of the trained parameters.
    init(_ state: OptimizerState, count: Int) throws(OptimizerStateError) {
        iterations = try state.count("n_iter")
        evaluations = try state.count("func_evals")
        stepSize = try state.number("t")
        scale = try state.number("H_diag")
        let pairCount = try state.count("pairs")
        if iterations > 0 {
            direction = try state.buffer("d", count: count)
            previousGradient = try state.buffer("prev_flat_grad", count: count)
            for index in 0..<pairCount {
                pairs.append(
                    Pair(
                        parameterChange: try state.buffer("old_stps.\(index)", count: count),
                        gradientChange: try state.buffer("old_dirs.\(index)", count: count),
                        inverseProduct: try state.number("ro.\(index)")))
            }
        }
        try state.refuseOthers(than: exported)
    }
}
