import Sweeps

extension Ranking {
    /// How values of the objective are written: as the metric is defined, unless its values are other than that allows.
    public var unit: ObjectiveUnit {
        func areAll(in range: ClosedRange<Double>) -> Bool {
            entries.allSatisfy { $0.result.values.allSatisfy { range.contains($0.point.value) } }
        }
        let unit = ObjectiveUnit(metric.unit)
        return unit.limits.map(areAll) ?? true ? unit : .plain
    }
}
