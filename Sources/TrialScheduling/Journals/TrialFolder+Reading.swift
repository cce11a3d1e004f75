import Foundation
import Settings
public import Sweeps

extension TrialFolder {
    /// The trial as `trial.json` says it, with its number in the sweep; nil where the file is missing, damaged or of
    /// another trial than it names.
    public func storedTrial() -> (trial: Trial, number: Int)? {
        guard let content = FileManager.default.contents(atPath: description),
            let text = String(validating: content, as: UTF8.self),
            let fields = try? SettingValue(json: text).asMapping,
            let identity = fields["identity"]?.text, let data = fields["data"]?.text,
            case .int(let seed)? = fields["seed"], case .int(let number)? = fields["number"],
            let configuration = fields["configuration"]?.asMapping
        else { return nil }
        let trial = Trial(configuration: Configuration(configuration), seed: seed, data: data)
        return trial.identity.description == identity ? (trial, number) : nil
    }

    /// Files that were being written when their writer was killed; nobody needs them.
    public func leftovers() -> [String] {
        attempts().flatMap { attempt in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: attempt.path)) ?? []
            return names.filter { $0.hasSuffix(".partial") }.sorted().map { attempt.path + "/" + $0 }
        }
    }
}

extension AttemptFolder {
    /// When the attempt was claimed and when it last wrote to its journal, as its files tell.
    func times() -> (began: Date?, ended: Date?) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: journal)
        let ended = attributes?[.modificationDate] as? Date
        let began = attributes?[.creationDate] as? Date
        return (began.flatMap { began in ended.map { min(began, $0) } } ?? ended, ended)
    }
}
