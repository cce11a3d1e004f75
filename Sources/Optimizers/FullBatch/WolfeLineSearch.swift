/// Finds how far to go along a direction, so that the loss falls enough and its slope flattens enough.
///
/// The strong Wolfe conditions, for a step t with loss φ(t) and slope φ′(t):
///
///     φ(t) ≤ φ(0) + c₁·t·φ′(0),   |φ′(t)| ≤ c₂·|φ′(0)|
///
/// Source: J. Nocedal and S. Wright, "Numerical optimization", 2nd ed., 2006, algorithms 3.5 and 3.6, with the safeguards
/// that PyTorch has: a new step is at least 0.01 and at most 10 times further than the last, and at least a tenth of the
/// bracket away from its ends if the one before was not.
struct WolfeLineSearch {
    /// A step along the direction, and what was found there.
    struct Point {
        var step: Double
        var loss: Double
        var slope: Double
        var gradient: [Float]
    }

    let sufficientDecrease = 1e-4
    let sufficientFlattening = 0.9
    let mostEvaluations = 25
    /// A bracket in which no parameter differs by more than this is not cut any further.
    let changeTolerance: Double
    /// The largest element of the direction by magnitude.
    let directionSize: Double

    /// A loss that is not a number does not fall, so that the search turns back from where it is undefined.
    private func falls(_ point: Point, from start: Point) -> Bool {
        point.loss <= start.loss + sufficientDecrease * point.step * start.slope
    }

    private func isFlat(_ point: Point, from start: Point) -> Bool {
        point.slope.magnitude <= -sufficientFlattening * start.slope
    }

    /// The best point found, after at most 26 evaluations.
    ///
    /// - Parameters:
    ///   - start: step 0, with a slope below 0.
    ///   - step: the first to try.
    ///   - evaluate: the point at a step.
    func search(
        from start: Point, first step: Double, evaluate: (Double) throws -> Point
    ) rethrows -> (best: Point, evaluations: Int) {
        var previous = start
        var current = try evaluate(step)
        var evaluations = 1
        while evaluations <= mostEvaluations {
            if !falls(current, from: start) || (evaluations > 2 && current.loss >= previous.loss) {
                return try zoom(previous, current, start, &evaluations, evaluate)
            }
            if isFlat(current, from: start) { return (current, evaluations) }
            if current.slope >= 0 { return try zoom(previous, current, start, &evaluations, evaluate) }
            let next = Self.cubicMinimum(
                previous, current, atLeast: current.step + 0.01 * (current.step - previous.step),
                atMost: current.step * 10)
            previous = current
            current = try evaluate(next)
            evaluations += 1
        }
        return (current.loss < start.loss ? current : start, evaluations)
    }

    /// Cuts a bracket that holds a good point until one is found.
    private func zoom(
        _ first: Point, _ second: Point, _ start: Point, _ evaluations: inout Int, _ evaluate: (Double) throws -> Point
    ) rethrows -> (best: Point, evaluations: Int) {
        var (low, high) = first.loss <= second.loss ? (first, second) : (second, first)
        var wasNearEnd = false
        while evaluations <= mostEvaluations {
            let ends = (min(low.step, high.step), max(low.step, high.step))
            let width = ends.1 - ends.0
            if !(width * directionSize >= changeTolerance) { break }
            var step = Self.cubicMinimum(low, high, atLeast: ends.0, atMost: ends.1)
            if min(ends.1 - step, step - ends.0) < 0.1 * width {
                if wasNearEnd || step >= ends.1 || step <= ends.0 {
                    step =
                        (step - ends.1).magnitude < (step - ends.0).magnitude
                        ? ends.1 - 0.1 * width : ends.0 + 0.1 * width
                    wasNearEnd = false
                } else {
                    wasNearEnd = true
                }
            } else {
                wasNearEnd = false
            }
            let point = try evaluate(step)
            evaluations += 1
            if !falls(point, from: start) || point.loss >= low.loss {
                high = point
                if high.loss < low.loss { swap(&low, &high) }
            } else {
                if isFlat(point, from: start) { return (point, evaluations) }
                if point.slope * (high.step - low.step) >= 0 { high = low }
                low = point
            }
        }
        return (low, evaluations)
    }

    /// Where the cubic through two points with their slopes is least, within bounds; the middle where it has no minimum.
    ///
    /// Nocedal and Wright, eq. 3.59.
    static func cubicMinimum(_ first: Point, _ second: Point, atLeast least: Double, atMost most: Double) -> Double {
        let (left, right) = first.step <= second.step ? (first, second) : (second, first)
        let d1 = left.slope + right.slope - 3 * (left.loss - right.loss) / (left.step - right.step)
        let d2 = (d1 * d1 - left.slope * right.slope).squareRoot()
        let share = (right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2)
        let step = right.step - (right.step - left.step) * share
        return step.isFinite ? min(max(step, least), most) : (least + most) / 2
    }
}
