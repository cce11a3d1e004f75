import Foundation
import Settings
public import Sweeps

/// What is to be done in an attempt: all that whoever runs it, wherever that is, needs to know.
public struct AttemptOrder: Hashable, Sendable {
    public let sweep: String
    public let trial: Trial
    /// The trial's number in the sweep, from 1.
    public let number: Int
    public let objective: Objective
    /// That of the sweep file, where relative paths start.
    public let folder: String
    /// Nil for the training core.
    public let program: SweepProgram?
    public let timeout: Duration?
    public let resources: GivenResources
    /// Attempts at the trial whose checkpoints may be taken up, the newest first.
    public let earlierAttempts: [Int]

    /// Within which an attempt that is asked to end has done so, in seconds: a program may take its grace, and whoever
    /// runs it a moment more.
    public var stopSeconds: Double { Self.stopSeconds(of: program) }

    public static func stopSeconds(of program: SweepProgram?) -> Double { max(15, (program?.grace ?? 0) + 5) }

    public init(
        sweep: String, trial: Trial, number: Int, objective: Objective, folder: String, program: SweepProgram? = nil,
        timeout: Duration? = nil, resources: GivenResources = GivenResources(), earlierAttempts: [Int] = []
    ) {
        self.sweep = sweep
        self.trial = trial
        self.number = number
        self.objective = objective
        self.folder = folder
        self.program = program
        self.timeout = timeout
        self.resources = resources
        self.earlierAttempts = earlierAttempts
    }
}

extension AttemptFolder {
    public var orderFile: String { path + "/order.json" }

    /// Writes `order.json`, whole or not at all.
    public func writeOrder(_ order: AttemptOrder) throws(FileError) {
        try writeWhole(order.json, to: orderFile)
    }

    /// - Throws: `FileError`, also where the file is damaged.
    public func order() throws(FileError) -> AttemptOrder {
        guard let content = FileManager.default.contents(atPath: orderFile) else {
            throw FileError(path: orderFile, doing: "read", errno: errno == 0 ? EIO : errno)
        }
        guard let order = AttemptOrder(json: content) else {
            throw FileError(path: orderFile, doing: "read", errno: EBADMSG)
        }
        return order
    }
}

extension AttemptOrder {
    /// The configuration stands as in `trial.json`, byte for byte.
    fileprivate var json: String {
        let rest = Rest(
            sweep: sweep, number: number, identity: trial.identity.description, seed: trial.seed, data: trial.data,
            objective: objective, folder: folder, program: program, timeoutSeconds: timeout.map { $0 / .seconds(1) },
            resources: resources, earlierAttempts: earlierAttempts)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Infinite times are refused where sweep files are read.
        let text = (try? encoder.encode(rest)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return "{\"configuration\":\(trial.configuration.canonicalJSON),\(text.dropFirst())\n"
    }

    fileprivate init?(json content: Data) {
        guard let text = String(validating: content, as: UTF8.self),
            let fields = try? SettingValue(json: text).asMapping,
            let settings = fields["configuration"]?.asMapping,
            let rest = try? JSONDecoder().decode(Rest.self, from: content)
        else { return nil }
        let timeout = rest.timeoutSeconds.flatMap(SweepLimits.timeout)
        if timeout == nil, rest.timeoutSeconds != nil { return nil }
        self.init(
            sweep: rest.sweep,
            trial: Trial(
                stored: Configuration(settings), seed: rest.seed, data: rest.data,
                identity: TrialIdentity(stored: rest.identity)),
            number: rest.number, objective: rest.objective, folder: rest.folder, program: rest.program,
            timeout: timeout, resources: rest.resources, earlierAttempts: rest.earlierAttempts)
    }

    /// All but the configuration.
    private struct Rest: Codable {
        let sweep: String
        let number: Int
        let identity: String
        let seed: Int
        let data: String
        let objective: Objective
        let folder: String
        let program: SweepProgram?
        let timeoutSeconds: Double?
        let resources: GivenResources
        let earlierAttempts: [Int]

        private enum CodingKeys: String, CodingKey {
            case sweep, number, identity, seed, data, objective, folder, program, resources
            case timeoutSeconds = "timeout_seconds"
            case earlierAttempts = "earlier_attempts"
        }
    }
}
