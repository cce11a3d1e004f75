import Sweeps

extension Ranking {
    /// How values of the objective are written: accuracies between 0 and 1 in percentage points, others as they are.
    public var unit: ObjectiveUnit {
        let words = objective.metric.lowercased().split { "_./- ".contains($0) }
        guard words.contains("accuracy") || words.contains("acc") else { return .plain }
        let areShares = entries.allSatisfy { entry in
            entry.result.values.allSatisfy { (0...1).contains($0.point.value) }
        }
        return areShares ? .points : .plain
    }
}
