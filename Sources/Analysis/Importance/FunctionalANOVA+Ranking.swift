import Settings
import Sweeps

extension FunctionalANOVA {
    /// The importance of the hyperparameters that vary, by the mean objective of each configuration that has one; nil
    /// also where not all can be compared.
    public init?(_ ranking: Ranking, seed: UInt64 = 1) {
        guard ranking.comparability == nil else { return nil }
        let results = ranking.entries.map(\.result).filter { $0.mean != nil }
        let parameters = results.map { result in
            result.described.parametersByName
        }
        let columns = VaryingParameters(among: results.map(\.described)).names.map { name in
            ParameterColumn(name: name, values: parameters.map { $0[name] })
        }
        self.init(columns, objective: results.compactMap(\.mean), seed: seed)
    }
}
