import Settings

/// Judges the keys that W&B's sweep files may have and that mean nothing here.
enum ForeignKey {
    enum Verdict: Hashable {
        /// It changes nothing for this program.
        case accepted
        /// It is left out, which the person is told.
        case ignored(note: String)
        case refused(rule: String)
    }

    /// - Parameter ofProgram: whether the file's trials run another program.
    static func verdict(of key: TopLevelKey, _ node: YAMLNode, ofProgram: Bool) -> Verdict {
        switch key {
        case .job, .image:
            ofProgram
                ? .ignored(note: "'\(key.rawValue)' is ignored: it is for W&B Launch")
                : .refused(
                    rule: "W&B Launch jobs cannot be run here; use 'train', or name the script as 'program'")
        case .kind:
            node.value == .string("sweep") ? .accepted : .refused(rule: "the only kind of file is 'sweep'")
        case .project, .entity: .ignored(note: "'\(key.rawValue)' is ignored: there is no account here")
        case .controller: .ignored(note: "'controller' is ignored: the sweep is always run by this program")
        case .settings: .ignored(note: "'settings' is ignored: it is for W&B's agents")
        case .scheduler: scheduler(node)
        default: .accepted
        }
    }

    private static func scheduler(_ node: YAMLNode) -> Verdict {
        guard case .mapping(let entries) = node.value else { return .refused(rule: "it must be a mapping") }
        if let engine = entries["engine"], engine != .string("wandb") {
            return .refused(rule: "the only engine that can be accepted is 'wandb'")
        }
        if let other = entries.keys.filter({ !["engine", "num_workers"].contains($0) }).min() {
            return .refused(rule: "'\(other)' belongs to another engine's search, which cannot be run here")
        }
        if let workers = entries["num_workers"] {
            return .ignored(
                note: "'scheduler' is ignored: this program searches itself; 'jobs: \(workers)' is how many trials run "
                    + "at once")
        }
        return .ignored(note: "'scheduler' is ignored: this program searches itself")
    }
}
