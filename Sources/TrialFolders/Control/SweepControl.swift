import Settings
public import Sweeps

/// What a person may want of a sweep that is being run, from another terminal.
public enum SweepControl: Hashable, Sendable {
    /// Trials checkpoint and wait.
    case pause
    case resume
    /// As by Ctrl-C.
    case stop
    /// End this trial for good.
    case cancel(TrialIdentity)
    /// So many trials at once from now on, at least 1.
    case jobs(Int)
}

extension SweepControl {
    /// As a request's file has it.
    var json: String {
        switch self {
        case .pause: "{\"pause\":true}"
        case .resume: "{\"resume\":true}"
        case .stop: "{\"stop\":true}"
        case .cancel(let trial): SettingValue.mapping(["cancel": .string(trial.description)]).canonicalJSON
        case .jobs(let count): "{\"jobs\":\(count)}"
        }
    }

    /// Nil for what is no request.
    init?(json text: String) {
        guard case .mapping(let fields)? = try? SettingValue(json: text), fields.count == 1, let field = fields.first
        else { return nil }
        switch (field.key, field.value) {
        case ("pause", .bool(true)): self = .pause
        case ("resume", .bool(true)): self = .resume
        case ("stop", .bool(true)): self = .stop
        case ("cancel", .string(let trial)): self = .cancel(TrialIdentity(stored: trial))
        case ("jobs", .int(let count)) where count >= 1: self = .jobs(count)
        default: return nil
        }
    }
}
