/// The losses of a training whose learning rate grows from step to step, and what they say about useful rates.
public struct LearningRateCurve: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
        public let rate: Double
        /// Of the step's batch, before its update.
        public let loss: Double
        /// The mean of this and earlier losses, each older one with less weight.
        public let smoothed: Double
    }

    /// In the order of the steps; all losses are finite.
    public private(set) var points: [Point] = []
    /// Whether the test ended early, since the loss was no number or above four times its lowest smoothed value.
    public private(set) var hasDiverged = false
    /// The weight β of what came before in the mean m ← β·m + (1−β)·loss, which stands divided by 1 − βᵗ.
    let smoothing: Double
    /// Of all steps of a test that does not end early.
    private let steps: Int
    private var mean = 0.0
    private var weight = 1.0
    private var lowest = Double.infinity

    static let divergence = 4.0

    /// Smoothes over about a twentieth of the steps.
    init(steps: Int) {
        precondition(steps >= 1, "\(steps) steps")
        self.steps = steps
        smoothing = max(0, 1 - 20 / Double(steps))
    }

    /// Takes the loss of a step; false if the test is over.
    mutating func add(rate: Double, loss: Double) -> Bool {
        guard loss.isFinite, !hasDiverged else {
            hasDiverged = true
            return false
        }
        mean = smoothing * mean + (1 - smoothing) * loss
        weight *= smoothing
        let smoothed = mean / (1 - weight)
        points.append(Point(rate: rate, loss: loss, smoothed: smoothed))
        lowest = min(lowest, smoothed)
        hasDiverged = !smoothed.isFinite || smoothed > Self.divergence * lowest
        return !hasDiverged
    }
}

extension LearningRateCurve {
    /// The rates between which a training makes progress.
    public struct Suggestion: Hashable, Sendable {
        /// The last rate at which the smoothed loss had not yet fallen by a tenth of all that it falls.
        public let least: Double
        /// The rate at which the smoothed loss is lowest.
        public let most: Double
        /// Whether lower rates might do as well: `least` lies in the first fifth of the steps.
        public let startsFalling: Bool
        /// Whether higher rates might do as well: the loss falls to the end.
        public let endsFalling: Bool
    }

    /// nil where the loss does not fall by more than chance would have it.
    ///
    /// L. N. Smith, "Cyclical learning rates for training neural networks", 2017, section 3.3: the bounds are the rates
    /// at which the accuracy starts to increase, and at which it slows down, becomes ragged or starts to fall. Departs
    /// from it in that rates grow by a factor and the loss is looked at, as S. Gugger has it ("How do you find a good
    /// learning rate", 2018).
    public var suggestion: Suggestion? {
        let early = points.prefix(max(2, steps / 10)).map(\.loss)
        guard points.count > early.count, let bottom = points.indices.min(by: { smoothed($0) < smoothed($1) })
        else { return nil }
        let level = early.reduce(0, +) / Double(early.count)
        let variance = early.reduce(0) { $0 + ($1 - level) * ($1 - level) } / Double(early.count - 1)
        // The deviation of an exponential mean of independent values.
        let noise = (variance * (1 - smoothing) / (1 + smoothing)).squareRoot()
        let fall = level - smoothed(bottom)
        guard fall > max(4 * noise, level.magnitude * 0.01) else { return nil }
        let unfallen = points[..<bottom].lastIndex { $0.smoothed >= level - fall / 10 }
        guard let start = unfallen ?? (bottom > 0 ? 0 : nil) else { return nil }
        return Suggestion(
            least: points[start].rate, most: points[bottom].rate, startsFalling: start < 2 * early.count,
            endsFalling: !hasDiverged && bottom == points.count - 1)
    }

    private func smoothed(_ index: Int) -> Double { points[index].smoothed }
}
