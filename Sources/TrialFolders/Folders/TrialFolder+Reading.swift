public import Foundation
import Settings
public import Sweeps

extension TrialFolder {
    /// The trial as `trial.json` says it, with its number in the sweep; nil where the file is missing, damaged or of
    /// another trial than it names.
    public func storedTrial() -> (trial: Trial, number: Int)? {
        guard let content = FileManager.default.contents(atPath: description),
            let text = String(validating: content, as: UTF8.self),
            let fields = try? SettingValue(json: text).asMapping, let trial = Trial(stored: fields),
            let number = fields["number"]?.count
        else { return nil }
        return (trial, number)
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
    /// When it last wrote to its journal; nil if it has none.
    public var lastSignOfLife: Date? {
        (try? FileManager.default.attributesOfItem(atPath: journal))?[.modificationDate] as? Date
    }
}
