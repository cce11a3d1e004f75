import Foundation
import Settings
public import Sweeps

/// `trials.jsonl`: every trial of a sweep with its numbers, those that have no folder yet among them, a line for each.
///
/// Without it a store that is made again from the folders would lack the trials that wait and would count the others
/// anew.
public struct TrialRoster: Hashable, Sendable {
    public let trials: [RegisteredTrial]

    public init(_ trials: [RegisteredTrial]) {
        self.trials = trials
    }

    /// The roster as its file says it; lines that cannot be read are left out.
    init(text: String) {
        trials = text.split(separator: "\n").compactMap(Self.trial)
    }

    var text: String {
        trials.map { entry in
            let trial = entry.trial
            var line = "{\"number\":\(entry.number),\"configuration_number\":\(entry.configurationNumber ?? 0),"
            line += "\"planned\":\(entry.isPlanned),\"created_at\":\(entry.createdAt.milliseconds),"
            line += "\"identity\":\"\(trial.identity)\",\"seed\":\(trial.seed),\"data\":"
            JSONText.append(trial.data, to: &line)
            return line + ",\"configuration\":\(trial.configuration.canonicalJSON)}\n"
        }.joined()
    }

    private static func trial(_ line: Substring) -> RegisteredTrial? {
        guard let fields = try? SettingValue(json: String(line)).asMapping, let trial = Trial(stored: fields),
            let number = fields["number"]?.count, let configuration = fields["configuration_number"]?.count,
            case .bool(let isPlanned)? = fields["planned"], let time = fields["created_at"]?.count
        else { return nil }
        return RegisteredTrial(
            trial: trial, number: number, configurationNumber: configuration > 0 ? configuration : nil,
            isPlanned: isPlanned, createdAt: Date(milliseconds: time))
    }
}

extension SweepFolder {
    private var rosterFile: String { path + "/trials.jsonl" }

    public func write(_ roster: TrialRoster) throws(FileError) {
        try writeWhole(roster.text, to: rosterFile)
    }

    /// Empty where the folder has none.
    public func storedRoster() -> TrialRoster {
        let content = FileManager.default.contents(atPath: rosterFile) ?? Data()
        return TrialRoster(text: String(decoding: content, as: UTF8.self))
    }
}

extension Trial {
    /// The trial as the fields of `trial.json` or of a line of the roster say it; nil if they are of another trial than
    /// they name.
    init?(stored fields: [String: SettingValue]) {
        guard let identity = fields["identity"]?.text, let data = fields["data"]?.text,
            case .int(let seed)? = fields["seed"], let configuration = fields["configuration"]?.asMapping
        else { return nil }
        self.init(configuration: Configuration(configuration), seed: seed, data: data)
        guard self.identity.description == identity else { return nil }
    }
}
