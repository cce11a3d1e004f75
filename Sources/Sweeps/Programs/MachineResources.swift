/// What a machine has for trials of programs.
public struct MachineResources: Hashable, Sendable {
    public let cores: Int
    /// By the names that CUDA knows them by: `0`, `GPU-8932f937-…`.
    public let gpus: [String]

    public init(cores: Int, gpus: [String] = []) {
        self.cores = cores
        self.gpus = gpus
    }
}

/// What an attempt is given of the machine that it runs on.
public struct GivenResources: Hashable, Sendable, Codable {
    /// Whose threads it may keep busy; nil: those of its worker.
    public var cores: Int?
    /// The GPUs that it may use, by name; nil where it is not told.
    public var gpus: [String]?
    /// For all its processes together, in bytes; nil: without limit.
    public var memory: Int?

    public init(cores: Int? = nil, gpus: [String]? = nil, memory: Int? = nil) {
        self.cores = cores
        self.gpus = gpus
        self.memory = memory
    }
}

extension TrialResources {
    /// What one of so many trials at once is given: the GPUs that the fewest others have.
    ///
    /// - Parameter taken: the GPUs of each trial that is under way.
    public func share(of machine: MachineResources, jobs: Int, taken: [[String]]) -> GivenResources {
        GivenResources(
            cores: cores ?? max(1, machine.cores / max(1, jobs)), gpus: gpus(of: machine, taken: taken),
            memory: memory)
    }

    private func gpus(of machine: MachineResources, taken: [[String]]) -> [String]? {
        if machine.gpus.isEmpty { return nil }
        let wanted = Int((gpus ?? 1).rounded(.up))
        let uses = Dictionary(taken.joined().map { ($0, 1) }, uniquingKeysWith: +)
        let order = machine.gpus.indices.sorted {
            (uses[machine.gpus[$0]] ?? 0, $0) < (uses[machine.gpus[$1]] ?? 0, $1)
        }
        return order.prefix(wanted).sorted().map { machine.gpus[$0] }
    }
}
