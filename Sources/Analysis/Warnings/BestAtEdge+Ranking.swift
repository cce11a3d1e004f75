import Settings
public import Sweeps

extension BestAtEdge {
    /// The hyperparameters whose best value lies at the edge of what was tried with it, by name.
    ///
    /// Each branch has its own range: the learning rate of the best optimizer is held against those that were tried
    /// with this optimizer. So only configurations count that agree with the best in everything that is no number. Where
    /// settings were drawn, few agree in all of that, and a range is only a branch's own where the file gives it one: there
    /// they are to agree in the choices whose sub-spaces vary the hyperparameter, and in what it is an option of.
    ///
    /// - Parameters:
    ///   - design: how the configurations came about.
    ///   - best: the entry of the ranking that is held against its branch: the best of all, or of one branch.
    ///   - comparisons: what can be told apart; nil where nothing can, so that only equals of
    ///     the best count with it.
    public static func all(
        in ranking: Ranking, best: Int, comparisons: BestComparisons?, design: SweepDesign = SweepDesign()
    ) -> [BestAtEdge] {
        precondition(ranking.entries.indices.contains(best), "entry \(best) of \(ranking.entries.count)")
        let parameters = ranking.entries.map { entry in
            entry.result.configuration.parametersByName
        }
        let words = parameters[best].filter { $0.value.number == nil }
        return parameters[best].sorted { $0.key < $1.key }.compactMap { parameter, value in
            guard let value = value.number else { return nil }
            let deciding = design.isGrid ? words : words.filter { design.divides(parameter, by: $0.key) }
            let branch = parameters.indices.filter { index in
                deciding.allSatisfy { parameters[index][$0.key] == $0.value }
            }
            let tied = branch.filter { other in
                ranking.entries[other].rank == ranking.entries[best].rank
                    || comparisons?.comparison(of: best, over: other)?.isToldApart == false
            }
            func values(_ members: [Int]) -> [Double] { members.compactMap { parameters[$0][parameter]?.number } }
            let (valued, others) = (branch.filter { hasValue(ranking, $0) }, branch.filter { !hasValue(ranking, $0) })
            let known = Set(values(valued))
            let diverged = others.filter { ranking.entries[$0].result.trials.keys.allSatisfy { $0 == .diverged } }
            let open = others.filter { !diverged.contains($0) }
            return BestAtEdge(
                parameter: parameter, tried: values(valued), best: value, tied: values(tied),
                diverged: values(diverged).filter { !known.contains($0) },
                open: values(open).filter { !known.contains($0) },
                branch: branch.count < parameters.count ? label(of: deciding, in: ranking) : nil)
        }
    }

    private static func hasValue(_ ranking: Ranking, _ entry: Int) -> Bool { ranking.entries[entry].rank != nil }

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

extension SweepDesign {
    /// Whether each value of another has a range of its own for a hyperparameter.
    fileprivate func divides(_ parameter: String, by other: String) -> Bool {
        parameter.hasPrefix(other + ".") || subspaces[other]?.contains(parameter) == true
    }
}
