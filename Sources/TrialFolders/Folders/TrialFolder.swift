import Foundation
import Settings
public import Sweeps

/// A trial's folder, with one folder inside for each attempt.
public struct TrialFolder: Hashable, Sendable {
    public let path: String

    /// Says what is trained here.
    var description: String { path + "/trial.json" }

    init(path: String) {
        self.path = path
    }

    /// Makes the folder and writes `trial.json`, which says what is trained here; one that is there already is left as
    /// it is, whatever it says.
    public func create(for trial: Trial, number: Int, sweep: String) throws(FileError) {
        if access(description, F_OK) == 0 { return }
        try describe(trial, number: number, sweep: sweep)
    }

    /// Writes `trial.json`, also where there is one already.
    public func describe(_ trial: Trial, number: Int, sweep: String) throws(FileError) {
        try makeFolder(path)
        var json = "{\n  \"sweep\": "
        JSONText.append(sweep, to: &json)
        json += ",\n  \"number\": \(number),\n  \"identity\": \"\(trial.identity)\",\n  \"seed\": \(trial.seed),\n"
        json += "  \"data\": "
        JSONText.append(trial.data, to: &json)
        json += ",\n  \"configuration\": \(trial.configuration.canonicalJSON)\n}\n"
        try writeWhole(json, to: description)
    }

    /// Claims the next attempt by making its folder, which only one process can do.
    ///
    /// - Parameter newest: the number of the newest attempt, as far as is known. Its folder may be gone; a number is
    ///   not given twice.
    public func claimAttempt(after newest: Int = 0) throws(FileError) -> AttemptFolder {
        var number = newest
        while number < AttemptFolder.largestNumber {
            number += 1
            let attempt = AttemptFolder(trial: self, number: number)
            if mkdir(attempt.path, 0o755) == 0 { return attempt }
            guard errno == EEXIST else { throw FileError(path: attempt.path, doing: "create", errno: errno) }
        }
        throw FileError(path: "\(path)/attempt.\(number)", doing: "create the attempt after", errno: EOVERFLOW)
    }

    /// The attempts that were claimed, the newest first; folders of other names are passed over.
    public func attempts() -> [AttemptFolder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap(AttemptFolder.number(ofName:)).sorted(by: >).map {
            AttemptFolder(trial: self, number: $0)
        }
    }
}
