import Settings
import Sweeps

extension BestAtEdge {
    /// The hyperparameters whose best value lies at the edge of what was tried with it, by name.
    ///
    /// Each branch has its own range: the learning rate of the best optimizer is held against those that were tried
    /// with this optimizer. So only configurations count that agree with the best in everything that is no number.
    /// `limits` are by hyperparameter.
    public static func all(
        in ranking: Ranking, verdict: Verdict, limits: [String: ClosedRange<Double>] = [:]
    ) -> [BestAtEdge] {
        let parameters = ranking.entries.map { entry in
            Dictionary(entry.result.configuration.parameters.map { ($0.name, $0.value) }) { first, _ in first }
        }
        let best = parameters[verdict.comparisons.best]
        let words = best.filter { $0.value.number == nil }
        let branch = parameters.indices.filter { index in
            parameters[index].filter { $0.value.number == nil } == words
        }
        return best.sorted { $0.key < $1.key }.compactMap { name, value in
            guard let value = value.number else { return nil }
            let tied = branch.filter(verdict.isInTiedGroup)
            return BestAtEdge(
                parameter: name, tried: branch.compactMap { parameters[$0][name]?.number }, best: value,
                tied: tied.compactMap { parameters[$0][name]?.number }, limits: limits[name])
        }
    }
}
