/// Takes the steps of `LBFGS` on a flat buffer of parameters, and owns its history.
///
/// Vectors are Float, as long as the trained parameters; products of vectors are summed in Double.
public final class LBFGSOptimizer {
    public let rule: LBFGS
    public let parameterCount: Int
    /// The parameters that are trained; the others are left as they are.
    public let ranges: [Range<Int>]

    var history = LBFGSHistory()
    private var trainedCount: Int { ranges.reduce(0) { $0 + $1.count } }

    /// - Parameter ranges: all parameters unless said otherwise.
    public init(_ rule: LBFGS, parameterCount: Int, ranges: [Range<Int>]? = nil) {
        self.rule = rule
        self.parameterCount = parameterCount
        self.ranges = ranges ?? [0..<parameterCount]
        for range in self.ranges {
            precondition(
                range.lowerBound >= 0 && range.upperBound <= parameterCount,
                "\(range) is not within the \(parameterCount) parameters")
        }
    }

    /// Takes one step: up to `max_iter` directions.
    ///
    /// - Parameters:
    ///   - parameters: `[parameterCount]`, changed in place.
    ///   - gradients: `[parameterCount]`, where `evaluate` leaves the gradient.
    ///   - evaluate: the loss of the full batch at the current parameters.
    /// - Returns: the loss before the step.
    public func step(
        parameters: UnsafeMutableBufferPointer<Float>, gradients: UnsafeBufferPointer<Float>, learningRate: Double,
        evaluate: () throws -> Double
    ) rethrows -> Double {
        precondition(parameters.count == parameterCount, "\(parameters.count) of \(parameterCount) parameters")
        precondition(gradients.count == parameterCount, "\(gradients.count) of \(parameterCount) gradients")
        let initialLoss = try evaluate()
        var loss = initialLoss
        var gradient = gather(gradients)
        history.evaluations += 1
        var evaluations = 1
        if Vector.largest(gradient) <= rule.gradientTolerance { return initialLoss }
        for iteration in 1...rule.mostIterations {
            let direction = history.nextDirection(gradient, keeping: rule.historySize)
            let lossBefore = loss
            let isFirst = history.iterations == 1
            history.stepSize = isFirst ? min(1, 1 / Vector.sizeSum(gradient)) * learningRate : learningRate
            let slope = Vector.product(gradient, direction)
            if slope > -rule.changeTolerance { break }
            let start = gather(UnsafeBufferPointer(parameters))
            if rule.searchesLine {
                let search = WolfeLineSearch(
                    changeTolerance: rule.changeTolerance, directionSize: Vector.largest(direction))
                let origin = WolfeLineSearch.Point(step: 0, loss: loss, slope: slope, gradient: gradient)
                let found = try search.search(from: origin, first: history.stepSize) { step in
                    move(parameters, from: start, along: direction, by: step)
                    let loss = try evaluate()
                    let gradient = gather(gradients)
                    return WolfeLineSearch.Point(
                        step: step, loss: loss, slope: Vector.product(gradient, direction), gradient: gradient)
                }
                (loss, gradient, history.stepSize) = (found.best.loss, found.best.gradient, found.best.step)
                move(parameters, from: start, along: direction, by: history.stepSize)
                history.evaluations += found.evaluations
                evaluations += found.evaluations
            } else {
                move(parameters, from: start, along: direction, by: history.stepSize)
                if iteration < rule.mostIterations {
                    loss = try evaluate()
                    gradient = gather(gradients)
                    history.evaluations += 1
                    evaluations += 1
                }
            }
            // Written so that a loss that is not a number ends the step.
            let goesOn =
                evaluations < rule.mostEvaluations && Vector.largest(gradient) > rule.gradientTolerance
                && history.stepSize.magnitude * Vector.largest(direction) > rule.changeTolerance
                && (loss - lossBefore).magnitude >= rule.changeTolerance
            if !goesOn { break }
        }
        return initialLoss
    }

    private func gather(_ values: UnsafeBufferPointer<Float>) -> [Float] {
        var gathered: [Float] = []
        gathered.reserveCapacity(trainedCount)
        for range in ranges { gathered.append(contentsOf: values[range]) }
        return gathered
    }

    private func move(
        _ parameters: UnsafeMutableBufferPointer<Float>, from start: [Float], along direction: [Float], by step: Double
    ) {
        let step = Float(step)
        var position = 0
        for range in ranges {
            for index in range {
                parameters[index] = start[position] + step * direction[position]
                position += 1
            }
        }
    }
}

extension LBFGSOptimizer {
    /// A copy of the state, to be taken between steps.
    public func exportState() -> OptimizerState { history.exported }

    /// Goes on from a state that the same rule exported; on an error nothing is changed.
    public func importState(_ state: OptimizerState) throws(OptimizerStateError) {
        history = try LBFGSHistory(state, count: trainedCount)
    }
}
