import Settings
import Sweeps

/// All combinations of the parameters' values, each found by its number, so that a grid takes no memory.
///
/// Parameters keep the order written; the last varies fastest. A choice is followed by the combinations of its own
/// parameters. The grids of several search spaces follow one another.
struct GridSampler: Sendable {
    private let grids: [Grid]
    /// How many combinations there are; nil where a machine word cannot count them.
    let count: Int?

    /// - Parameter spaces: whose parameters are in the order in which they are to be combined.
    /// - Throws: for a parameter without a finite list of equally likely values.
    init(_ spaces: [SearchSpace]) throws(SettingError) {
        var grids: [Grid] = []
        for space in spaces { grids.append(try Grid(space, groups: [])) }
        self.grids = grids
        count = grids.reduce(0) { GridSampler.sum($0, $1.count) }
    }

    /// What a person should know who expects more of it.
    var notes: [String] { grids.flatMap(\.notes) }

    /// The combination of number `index`, which must be in 0..<count.
    func assignments(at index: Int) -> [Assignment] {
        var rest = index
        var assignments: [Assignment] = []
        for grid in grids {
            guard let count = grid.count, rest >= count else {
                grid.append(at: rest, to: &assignments)
                return assignments
            }
            rest -= count
        }
        preconditionFailure("the grid has no combination of number \(index)")
    }

    /// A sum of counts, nil if it is too large.
    fileprivate static func sum(_ one: Int?, _ other: Int?) -> Int? {
        guard let one, let other else { return nil }
        let (sum, isTooLarge) = one.addingReportingOverflow(other)
        return isTooLarge ? nil : sum
    }

    /// A product of counts, nil if it is too large.
    fileprivate static func product(_ one: Int?, _ other: Int?) -> Int? {
        guard let one, let other else { return one == 0 || other == 0 ? 0 : nil }
        let (product, isTooLarge) = one.multipliedReportingOverflow(by: other)
        return isTooLarge ? nil : product
    }

    /// The combinations of one search space.
    private struct Grid: Sendable {
        private let axes: [Axis]
        let count: Int?

        init(_ space: SearchSpace, groups: [String]) throws(SettingError) {
            var axes: [Axis] = []
            for parameter in space.parameters {
                let path = ParameterPath(parameter.name, in: groups)
                if case .group(let nested) = parameter.domain {
                    axes += try Grid(nested, groups: path.keys).axes
                } else {
                    axes.append(try Axis(path, parameter.domain, groups: groups))
                }
            }
            self.axes = axes
            count = axes.reduce(1) { GridSampler.product($0, $1.count) }
        }

        var notes: [String] { axes.flatMap(\.notes) }

        func append(at index: Int, to assignments: inout [Assignment]) {
            var rest = index
            var places = [Int](repeating: 0, count: axes.count)
            for (number, axis) in axes.enumerated().reversed() {
                // An axis that cannot be counted is longer than any index.
                guard let count = axis.count else {
                    places[number] = rest
                    break
                }
                (rest, places[number]) = rest.quotientAndRemainder(dividingBy: count)
            }
            for (axis, place) in zip(axes, places) { axis.append(at: place, to: &assignments) }
        }
    }

    /// What one parameter adds to the combinations.
    private enum Axis: Sendable {
        case values(ParameterPath, [SettingValue])
        case integers(ParameterPath, min: Int, max: Int)
        /// min, min + step, …, `count` of them; whether the next one would be the max.
        case steps(ParameterPath, min: Double, step: Double, count: Int, leavesOutMax: Bool)
        case choices(ParameterPath, [(value: SettingValue, grid: Grid)])

        init(_ path: ParameterPath, _ domain: ParameterDomain, groups: [String]) throws(SettingError) {
            switch domain {
            case .constant(let value): self = .values(path, [value])
            case .values(let values): self = .values(path, values)
            case .integers(let min, let max): self = .integers(path, min: min, max: max)
            case .continuous(.uniform(let min, let max), let quantum?):
                // As in W&B: min, min + q, … below max.
                let count = Self.steps(from: min, to: max, by: quantum).rounded(.up)
                guard count.isFinite, count < 0x1p53 else {
                    throw SettingError(
                        path: path.name, value: nil, rule: "a grid cannot count its steps; choose a larger q")
                }
                self = .steps(
                    path, min: min, step: quantum, count: Int(count),
                    leavesOutMax: Self.steps(from: min, to: max, by: quantum) == count)
            case .choices(let choices):
                var grids: [(value: SettingValue, grid: Grid)] = []
                for choice in choices {
                    grids.append((.string(choice.name), try Grid(choice.subspace, groups: groups)))
                }
                self = .choices(path, grids)
            case .weightedValues:
                throw SettingError(
                    path: path.name, value: nil,
                    rule: "a grid tries every value once, so it takes no probabilities; use the method random")
            case .continuous:
                throw SettingError(
                    path: path.name, value: nil,
                    rule: "a grid needs values that can be listed, not a distribution; list them, or use the method "
                        + "random")
            case .group: preconditionFailure("'\(path.name)' is a group, which has no values of its own")
            }
        }

        /// How many steps lead there; a whole number where rounding alone makes it none.
        private static func steps(from min: Double, to max: Double, by step: Double) -> Double {
            let steps = (max - min) / step
            return abs(steps - steps.rounded()) <= 1e-9 * Swift.max(1, steps) ? steps.rounded() : steps
        }

        /// What the grid leaves out although someone may expect it.
        var notes: [String] {
            switch self {
            case .steps(let path, let min, let step, let count, let leavesOutMax):
                let end = DecimalStep.value(min + Double(count) * step, of: [min, step])
                let note =
                    "The grid over '\(path.name)' leaves out its max \(SettingValue.number(end)), as W&B does; list the "
                    + "values to have it."
                return leavesOutMax ? [note] : []
            case .choices(_, let choices): return choices.flatMap(\.grid.notes)
            case .values, .integers: return []
            }
        }

        var count: Int? {
            switch self {
            case .values(_, let values): values.count
            case .integers(_, let min, let max):
                switch max.subtractingReportingOverflow(min) {
                case (let span, false): GridSampler.sum(span, 1)
                default: nil
                }
            case .steps(_, _, _, let count, _): count
            case .choices(_, let choices): choices.reduce(0) { GridSampler.sum($0, $1.grid.count) }
            }
        }

        func append(at place: Int, to assignments: inout [Assignment]) {
            switch self {
            case .values(let path, let values): assignments.append(Assignment(parameter: path, value: values[place]))
            case .integers(let path, let min, _):
                assignments.append(Assignment(parameter: path, value: .int(min + place)))
            case .steps(let path, let min, let step, _, _):
                let value = DecimalStep.value(min + Double(place) * step, of: [min, step])
                assignments.append(Assignment(parameter: path, value: .number(value)))
            case .choices(let path, let choices):
                var rest = place
                for choice in choices {
                    guard let count = choice.grid.count, rest >= count else {
                        assignments.append(Assignment(parameter: path, value: choice.value))
                        return choice.grid.append(at: rest, to: &assignments)
                    }
                    rest -= count
                }
            }
        }
    }
}
