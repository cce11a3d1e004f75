import Analysis
import Settings
import Sweeps

/// Which hyperparameters a chart shows where nobody said.
struct ParameterChoice {
    /// All that vary, in the order of the sweep's file.
    let varying: [String]
    private let results: SweepResults

    init(of results: SweepResults) {
        // All panels of a chart show the same.
        let results = results.whole
        self.results = results
        varying =
            VaryingParameters(among: results.configurations.map(\.configuration), order: results.parameterNames).names
    }

    /// Those with at least two different numbers.
    var numeric: [String] {
        varying.filter { name in
            Set(results.configurations.compactMap { ParameterValues.value(of: name, in: $0.configuration)?.number })
                .count > 1
        }
    }

    /// The learning rate if it varies, else the first of those with numbers.
    var rate: String? {
        let rates = numeric.filter { name in
            ["lr", "learning_rate"].contains { name == $0 || name.hasSuffix(".\($0)") }
        }
        return rates.first ?? numeric.first
    }

    /// The most important first, as far as that can be known; then the others.
    var byImportance: [String] {
        let ranked = FunctionalANOVA(results.ranking)?.parameters.map(\.parameter) ?? []
        return ranked + varying.filter { !ranked.contains($0) }
    }
}
