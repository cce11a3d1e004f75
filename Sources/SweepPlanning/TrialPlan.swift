public import Settings
public import Sweeps

/// All trials of a sweep, known before the first one starts.
public struct TrialPlan: Sendable {
    /// A setting in which the configurations differ.
    public struct VaryingParameter: Hashable, Sendable {
        /// Dotted, as `Configuration.parameters` has it.
        public let name: String
        /// Each value once, in the order of the configurations; some configurations may have none.
        public let values: [SettingValue]
    }

    /// How many combinations a search looks at, and how many trials a sweep may have, at most.
    public static let most = 1_000_000
    /// How often random search draws for one configuration before it takes the space for exhausted.
    static let mostDraws = 1_000

    /// In the order of the search; each once.
    public let configurations: [Configuration]
    /// Seed by seed: all configurations with the first seed, then all with the second, so that an early look at the
    /// ranking compares all of them.
    public let trials: [Trial]
    /// In the order of the file.
    public let varying: [VaryingParameter]
    /// Sentences that a person should read before starting.
    public let notes: [String]

    /// Whether there are no more configurations than these, however many may be wanted.
    public let isWholeSpace: Bool

    /// - Parameters:
    ///   - most: how many configurations are wanted at most, besides what the file says; a search without an end needs it.
    ///   - data: the fingerprint of the data that a configuration trains on.
    /// - Throws: `SettingError` for a search space that the method cannot search and for a condition that fails or leaves
    ///   nothing; and what `data` throws. Paths are those of settings, or `where`, `parameters`, `method`, `seeds`.
    public init(
        _ sweep: Sweep, configurations most: Int? = nil, data: (Configuration) throws -> String
    ) throws {
        var found = try ConfigurationSet(of: sweep)
        var notes: [String] = []
        switch sweep.method {
        case .grid: isWholeSpace = try Self.searchGrid(sweep, most, &found, &notes)
        case .random: isWholeSpace = try Self.searchAtRandom(sweep, most, &found, &notes)
        case .sobol, .bayes:
            throw SettingError(
                path: "method", value: .string(sweep.method.rawValue),
                rule: "this version searches by 'grid' and 'random' only; '--method random' searches at random")
        }
        let configurations = found.configurations
        if configurations.isEmpty, let condition = sweep.condition {
            throw SettingError(path: "where", value: .string(condition), rule: "it leaves no configuration to train")
        }
        let (count, isTooLarge) = configurations.count.multipliedReportingOverflow(by: sweep.seeds.count)
        if isTooLarge || count > Self.most {
            throw SettingError(
                path: "seeds", value: nil,
                rule:
                    "\(configurations.count) configurations with \(sweep.seeds.count) seeds are more than \(Self.most)"
                    + " trials; use fewer seeds or set 'run_cap'")
        }
        var fingerprints: [String] = []
        fingerprints.reserveCapacity(configurations.count)
        for configuration in configurations { fingerprints.append(try data(configuration)) }
        self.configurations = configurations
        trials = sweep.seeds.flatMap { seed in
            zip(configurations, fingerprints).map { Trial(configuration: $0, seed: seed, data: $1) }
        }
        varying = Self.varying(configurations, order: sweep.parameterNames)
        self.notes = notes
    }

    /// - Returns: whether nothing of the grid is left.
    private static func searchGrid(
        _ sweep: Sweep, _ wanted: Int?, _ found: inout ConfigurationSet, _ notes: inout [String]
    ) throws(SettingError) -> Bool {
        let grid = try GridSampler(
            sweep.isGridSortedByName ? sweep.searchSpaces.map(\.sortedByName) : sweep.searchSpaces)
        notes += grid.notes
        let cap = min(sweep.runCap ?? .max, wanted ?? .max)
        if cap > most, (grid.count ?? .max) > most {
            let count = grid.count.map(String.init) ?? "more than \(Int.max)"
            throw SettingError(
                path: "parameters", value: nil,
                rule:
                    "the grid has \(count) combinations, and at most \(most) are tried; shorten it, set 'run_cap', or "
                    + "use the method random")
        }
        let end = min(grid.count ?? .max, most)
        var index = 0
        while index < end, found.configurations.count < cap {
            _ = try found.add(grid.assignments(at: index))
            index += 1
        }
        if index == most, found.configurations.count < cap, (grid.count ?? .max) > most {
            throw SettingError(
                path: sweep.condition == nil ? "parameters" : "where", value: nil,
                rule: "only \(found.configurations.count) of the grid's first \(most) combinations remain, fewer than "
                    + "'run_cap'; shorten the grid, or use the method random")
        }
        return index == end
    }

    /// - Returns: whether there is nothing else to be found.
    private static func searchAtRandom(
        _ sweep: Sweep, _ wanted: Int?, _ found: inout ConfigurationSet, _ notes: inout [String]
    ) throws(SettingError) -> Bool {
        guard let cap = [sweep.runCap, wanted].compactMap(\.self).min() else {
            throw SettingError(
                path: "method", value: .string("random"),
                rule: "it goes on without an end; write 'run_cap', the number of configurations, or say how many by "
                    + "'sweep run --count'")
        }
        guard cap <= most else {
            throw SettingError(path: "run_cap", value: .int(cap), rule: "it must be at most \(most)")
        }
        let sampler = RandomSampler(spaces: sweep.searchSpaces, seed: sweep.searchSeed)
        for number in 0..<cap {
            var stream = sampler.stream(number)
            var draws = 0
            while draws < mostDraws, try !found.add(sampler.draw(&stream)) { draws += 1 }
            if draws == mostDraws {
                notes.append(
                    "Random search found \(number) of \(cap) configurations; \(mostDraws) draws in a row gave no new one."
                )
                return true
            }
        }
        return false
    }
}

extension Sweep {
    /// W&B combines parameters sorted by name, which a cap lets show.
    fileprivate var isGridSortedByName: Bool { program != nil && runCap != nil }
}

extension SearchSpace {
    /// With the parameters sorted at each level.
    fileprivate var sortedByName: SearchSpace {
        SearchSpace(
            parameters.sorted { $0.name < $1.name }.map { parameter in
                switch parameter.domain {
                case .group(let nested): Parameter(name: parameter.name, domain: .group(nested.sortedByName))
                case .choices(let choices):
                    Parameter(
                        name: parameter.name,
                        domain: .choices(
                            choices.map { ParameterDomain.Choice(name: $0.name, subspace: $0.subspace.sortedByName) }))
                default: parameter
                }
            })
    }
}
