import Settings
import Sweeps

extension BestAtEdge {
    /// The hyperparameters whose best value lies at the edge of what was tried with it, by name.
    ///
    /// Each branch has its own range: the learning rate of the best optimizer is held against those that were tried
    /// with this optimizer. So only configurations count that agree with the best in everything that is no number.
    ///
    /// - Parameters:
    ///   - best: the entry of the ranking that is held against its branch: the best of all, or of one branch.
    ///   - comparisons: what can be told apart; nil where nothing can, so that only equals of
    ///     the best count with it.
    public static func all(in ranking: Ranking, best: Int, comparisons: BestComparisons?) -> [BestAtEdge] {
        precondition(ranking.entries.indices.contains(best), "entry \(best) of \(ranking.entries.count)")
        let parameters = ranking.entries.map { entry in
            entry.result.configuration.parametersByName
        }
        let words = parameters[best].filter { $0.value.number == nil }
        let branch = parameters.indices.filter { index in
            parameters[index].filter { $0.value.number == nil } == words
        }
        let tied = branch.filter { other in
            ranking.entries[other].rank == ranking.entries[best].rank
                || comparisons?.comparison(of: best, over: other)?.isToldApart == false
        }
        let name = branch.count < parameters.count ? label(of: words, in: ranking) : nil
        return parameters[best].sorted { $0.key < $1.key }.compactMap { parameter, value in
            guard let value = value.number else { return nil }
            let tried = branch.compactMap { parameters[$0][parameter]?.number }
            return BestAtEdge(
                parameter: parameter, tried: tried, best: value,
                tied: tied.compactMap { parameters[$0][parameter]?.number }, branch: name)
        }
    }

    /// What is no number and varies: `adam, hyperbola`, then what is no name either: `hidden [8]`.
    private static func label(of words: [String: SettingValue], in ranking: Ranking) -> String? {
        let varying = VaryingParameters(among: ranking.entries.map(\.result.configuration)).names
        let names = varying.compactMap { words[$0]?.text }
        let others = varying.filter { words[$0]?.text == nil }.compactMap { name in
            words[name].map { "\(name) \($0)" }
        }
        return names.isEmpty && others.isEmpty ? nil : (names + others).joined(separator: ", ")
    }
}
