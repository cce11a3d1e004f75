import Settings
import Sweeps

@testable import Workloads

/// A small training on digits, with `more` settings.
func digits(_ more: [String: SettingValue] = [:]) -> Configuration {
    var configuration = Configuration(["data": .string("digits"), "epochs": .int(2)])
    configuration.merge(more)
    return configuration
}

func workload(
    _ configuration: Configuration, _ objective: Objective = Objective(), folder: String = "",
    cache: WorkloadCache = WorkloadCache()
) throws -> Workload {
    try Workload(configuration: configuration, objective: objective, folder: folder, cache: cache)
}

/// What a throwing call says; nil if it does not throw.
func message(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return "\(error)"
    }
}
