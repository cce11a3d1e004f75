/// How a sweep's configurations came about, as far as it matters for what can be compared.
public struct SweepDesign: Hashable, Sendable {
    /// By parameter with choices: what its choices' sub-spaces vary, each choice for itself.
    public let subspaces: [String: Set<String>]
    /// Whether all combinations were asked for; else they were drawn, each parameter for itself.
    public let isGrid: Bool

    public init(subspaces: [String: Set<String>] = [:], isGrid: Bool = true) {
        self.subspaces = subspaces
        self.isGrid = isGrid
    }

    public init(of sweep: Sweep) {
        var subspaces: [String: Set<String>] = [:]
        for space in sweep.searchSpaces { space.collect(&subspaces, prefix: "") }
        self.init(subspaces: subspaces, isGrid: sweep.method == .grid)
    }

    /// That of sweeps whose configurations are compared together.
    public func joined(with other: SweepDesign) -> SweepDesign {
        SweepDesign(
            subspaces: subspaces.merging(other.subspaces) { $0.union($1) }, isGrid: isGrid && other.isGrid)
    }
}

extension SearchSpace {
    fileprivate func collect(_ subspaces: inout [String: Set<String>], prefix: String) {
        for parameter in parameters {
            let name = prefix + parameter.name
            switch parameter.domain {
            case .group(let nested): nested.collect(&subspaces, prefix: "\(name).")
            case .choices(let choices):
                for choice in choices {
                    let own = choice.subspace.parameterNames(prefix: prefix)
                    subspaces[name, default: []].formUnion(own)
                    choice.subspace.collect(&subspaces, prefix: prefix)
                }
            default: break
            }
        }
    }
}
