public import Settings

/// The program that trials run in place of the training core, as the sweep file says it.
///
/// Texts are as written; what they come to for a trial is worked out where trials are run.
public struct SweepProgram: Hashable, Sendable, Codable {
    /// A script, or an executable on the PATH; nil where `command` says it all.
    public var program: String?
    /// What is run: items and macros such as `${program}`; never empty.
    public var command: [String] = Self.usualCommand
    /// Variables that the file sets, by name.
    public var environment: [String: String] = [:]
    /// The folder that the program works in, relative to the sweep file's; nil: that one.
    public var workingFolder: String?
    /// The name under which arguments and configuration give the seed; nil where they do not.
    public var seedName: String?
    public var metrics = ReportedMetrics()
    public var wandb = WandbMode.auto
    public var resources = TrialResources()
    public var stopSignal = StopSignal.terminate
    /// From the signal that asks a trial to stop until it is ended by force, in seconds, above 0.
    public var grace = 30.0
    /// Whether an exit code other than 0 is no answer, but tried again as often as a crash.
    public var retriesExitCodes = false
    /// By dotted name of a parameter, which of its whole numbers are decimals: Python tells `1.0` from `1`.
    public var decimals: [String: [DecimalNumbers]] = [:]

    /// W&B's.
    public static let usualCommand = ["${env}", "${interpreter}", "${program}", "${args}"]

    public init(program: String?) {
        self.program = program
    }

    private enum CodingKeys: String, CodingKey {
        case program, command, environment, metrics, wandb, resources, grace, decimals
        case workingFolder = "working_folder"
        case seedName = "seed_name"
        case stopSignal = "stop_signal"
        case retriesExitCodes = "retries_exit_codes"
    }
}

/// Whole numbers that a sweep file writes as decimals, which a configuration does not tell apart.
public struct DecimalNumbers: Hashable, Sendable, Codable {
    /// The parameter's value that they are part of; nil: each whole number that it is given.
    public var value: SettingValue?
    /// For each whole number in the value, in its order and by sorted keys, whether it is a decimal.
    public var places: [Bool]

    /// Of a parameter that is drawn from a continuous distribution.
    public static let all = DecimalNumbers(value: nil, places: [])

    public init(value: SettingValue?, places: [Bool]) {
        self.value = value
        self.places = places
    }
}

/// How calls of the `wandb` package in a program's Python are served.
public enum WandbMode: String, CaseIterable, Sendable, Codable {
    /// By the real package, offline, where it is installed; elsewhere by our module.
    case auto
    case real, module
    /// Not at all: the program finds what is installed.
    case none
}

/// The signals by which a trial can be asked to stop.
public enum StopSignal: String, CaseIterable, Sendable, Codable {
    case terminate = "TERM"
    case interrupt = "INT"
    case hangUp = "HUP"
    case quit = "QUIT"
    case user1 = "USR1"
    case user2 = "USR2"
}

/// What a trial asks for of the machine that it runs on.
public struct TrialResources: Hashable, Sendable, Codable {
    /// A fraction below 1 shares one with other trials, 0 is none; nil: one of its own where there are any.
    public var gpus: Double?
    /// At least 1; nil: a share of those that there are.
    public var cores: Int?
    /// Of all its processes together, in bytes; nil: without limit.
    public var memory: Int?

    public init(gpus: Double? = nil, cores: Int? = nil, memory: Int? = nil) {
        self.gpus = gpus
        self.cores = cores
        self.memory = memory
    }
}
