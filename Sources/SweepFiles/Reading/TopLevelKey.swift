/// What a sweep file may say at its top level.
enum TopLevelKey: String, CaseIterable {
    case name, description, method, metric, parameters, seeds, seed, train
    case condition = "where"
    case runCap = "run_cap"
    case jobs, timeout
    case memoryLimit = "memory_limit"
    case retry
    case maxFailed = "max_failed"
    case labels
    case earlyTermination = "early_terminate"
    case program, command

    /// Of files with `program` or `command` alone. A list as `metrics` is W&B's, of several objectives.
    case environment = "env"
    case workingFolder = "cwd"
    case seedName = "seed_as"
    case metrics, wandb, resources
    case stopSignal = "stop_signal"
    case grace

    /// The other keys of W&B's sweep files; what becomes of them is `ForeignKey`'s to say.
    case project, entity, kind
    case apiVersion, controller, job
    case image = "image_uri"
    case scheduler, settings

    /// Either says that the trials run another program.
    static let sayingProgram: Set<TopLevelKey> = [.program, .command]
    static let ofPrograms: Set<TopLevelKey> = [
        .program, .command, .environment, .workingFolder, .seedName, .metrics, .wandb, .resources, .stopSignal, .grace,
    ]
    /// W&B's templates leave these blank.
    static let mayBeBlank: Set<TopLevelKey> = [.name, .description, .project, .entity]
    /// Without those that are there only for W&B.
    static let ownNames = TopLevelKey.allCases.prefix { $0 != .project }.map(\.rawValue)

    /// The key that a dotted path begins with: `metric` for `metric.name`.
    init?(path: String) {
        let name = path.prefix { $0 != "." && $0 != "[" }
        self.init(rawValue: String(name))
    }
}
