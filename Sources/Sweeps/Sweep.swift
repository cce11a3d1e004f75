/// A set of trials over one search space with one objective: what a sweep file says.
public struct Sweep: Hashable, Sendable {
    public enum Method: String, CaseIterable, Sendable {
        case grid, random, sobol, bayes
    }

    public var name: String
    /// The name as the file has it, where that is free text, which cannot name a folder.
    public var label: String?
    public var description: String?
    public var method: Method = .grid
    public var objective = Objective()
    /// A value of the objective at which the search may end.
    public var target: Double?
    /// What its trials measure, as far as that is known before they run.
    public var metrics: [MetricDefinition] = []
    /// One trial of each configuration per seed.
    public var seeds: [Int] = [1]
    /// Of the search itself.
    public var searchSeed = 1
    /// Fixed settings of the training core.
    public var fixedSettings = Configuration()
    /// What varies; the grids of several are united.
    public var searchSpaces: [SearchSpace] = [SearchSpace()]
    /// A condition on the hyperparameters; configurations for which it is false are left out.
    public var condition: String?
    /// What configurations are called; of several that fit one, the first counts.
    public var labels: [ConfigurationLabel] = []
    /// The most configurations.
    public var runCap: Int?
    /// How running trials that fall behind are to be stopped early.
    public var earlyTermination: EarlyTermination?
    public var limits = SweepLimits()
    /// What trials run; nil: the training core.
    public var program: SweepProgram?

    public init(name: String) {
        self.name = name
    }

    /// Whether the search finds further configurations until it is told to end, or has had all that there are.
    public var isEndless: Bool { isEndless(by: nil) }

    /// The same with another method in place of its own.
    public func isEndless(by method: Method?) -> Bool { (method ?? self.method) != .grid && runCap == nil }

    /// The names of the parameters that the search spaces speak of, each once, in their order.
    public var parameterNames: [String] {
        var seen: Set<String> = []
        return searchSpaces.flatMap { $0.parameterNames(prefix: "") }.filter { seen.insert($0).inserted }
    }
}

extension SearchSpace {
    func parameterNames(prefix: String) -> [String] {
        parameters.flatMap { parameter -> [String] in
            let name = prefix + parameter.name
            switch parameter.domain {
            case .group(let nested): return nested.parameterNames(prefix: "\(name).")
            case .choices(let choices): return [name] + choices.flatMap { $0.subspace.parameterNames(prefix: prefix) }
            default: return [name]
            }
        }
    }
}
