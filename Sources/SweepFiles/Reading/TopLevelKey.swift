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
    case program, command

    /// The other keys of W&B's sweep files; what becomes of them is `ForeignKey`'s to say.
    case metrics
    case earlyTermination = "early_terminate"
    case project, entity, kind
    case apiVersion, controller, job
    case image = "image_uri"
    case scheduler, settings

    /// The key that a dotted path begins with: `metric` for `metric.name`.
    init?(path: String) {
        let name = path.prefix { $0 != "." && $0 != "[" }
        self.init(rawValue: String(name))
    }
}
