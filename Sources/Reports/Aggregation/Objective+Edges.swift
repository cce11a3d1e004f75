import Analysis
import Charts
import Sweeps

extension Objective {
    /// The edge of a plot beyond which the worst values lie, along an axis of the objective.
    func worstEdge(along direction: Direction) -> BeyondMark.Edge {
        switch (direction, goal) {
        case (.horizontal, .maximize): .left
        case (.horizontal, .minimize): .right
        case (.vertical, .maximize): .bottom
        case (.vertical, .minimize): .top
        }
    }
}

extension Axis {
    /// The axis without room where the unit has no values.
    func limited(by unit: ObjectiveUnit) -> Axis {
        var axis = self
        axis.limits = unit.limits
        return axis
    }
}
