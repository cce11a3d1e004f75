import Analysis
import Settings
import SweepViews
import Sweeps

/// Which hyperparameters a chart shows where nobody said.
struct ParameterChoice {
    /// All that vary, in the order of the sweep's file, without those that say nothing beyond another: a number that one
    /// kind of decay has, always the same, and the others have not.
    let varying: [String]
    private let results: SweepView

    init(of results: SweepView) {
        // All panels of a chart show the same.
        let results = results.whole
        self.results = results
        let configurations = results.configurations.map(\.configuration)
        let names = VaryingParameters(among: configurations, order: results.parameterNames).names
        let columns = names.map { name in configurations.map { ParameterValues.value(of: name, in: $0) } }
        let real = columns.filter { Set($0.compactMap(\.self)).count > 1 }
        varying = zip(names, columns).filter { _, column in
            Set(column.compactMap(\.self)).count > 1 || !real.contains { Self.decides($0, presenceIn: column) }
        }.map(\.0)
    }

    /// Whether configurations with the same value in one column either all have a value in the other or all have none.
    private static func decides(_ column: [SettingValue?], presenceIn other: [SettingValue?]) -> Bool {
        var presence: [SettingValue?: Bool] = [:]
        return zip(column, other).allSatisfy { value, other in
            defer { presence[value] = other != nil }
            return presence[value].map { $0 == (other != nil) } ?? true
        }
    }

    /// The setting that an option belongs to, as `decay` of `decay.rate`, if that differs between the configurations
    /// that have the option.
    func owner(of name: String) -> String? {
        let owners = Set(varying.filter { name.hasPrefix($0 + ".") })
        return owners.max { $0.count < $1.count }.flatMap { owner in
            let having = results.configurations.map(\.configuration)
                .filter { ParameterValues.value(of: name, in: $0) != nil }
            return Set(having.map { ParameterValues.value(of: owner, in: $0) }).count > 1 ? owner : nil
        }
    }

    /// Those with at least two different numbers that mean the same, of one owner: learning rates first.
    var numbers: [String] {
        let numbers = varying.filter { name in
            let owner = owner(of: name)
            let groups = Dictionary(grouping: results.configurations.map(\.configuration)) { configuration in
                owner.flatMap { ParameterValues.value(of: $0, in: configuration) }
            }
            return groups.values.contains { members in
                let count = Set(members.compactMap { ParameterValues.value(of: name, in: $0)?.number }).count
                let isOption = varying.contains { name.hasPrefix($0 + ".") }
                return count > 2 || count > 1 && (!isOption || Self.isVariedAlone(name, among: members))
            }
        }
        return numbers.filter(ParameterScale.isRate) + numbers.filter { !ParameterScale.isRate($0) }
    }

    /// Whether any two differ in this alone; two alternatives that differ in more have no levels of it.
    private static func isVariedAlone(_ name: String, among configurations: [Configuration]) -> Bool {
        let others = Dictionary(grouping: configurations.map(\.parametersByName)) { parameters in
            parameters.filter { $0.key != name }
        }
        return others.values.contains { Set($0.map { $0[name] }).count > 1 }
    }

    /// The most important first, as far as that can be known; then the others.
    var byImportance: [String] {
        let ranked = (FunctionalANOVA(results.ranking)?.parameters.map(\.parameter) ?? []).filter(varying.contains)
        return ranked + varying.filter { !ranked.contains($0) }
    }
}
