public import Foundation
import SweepFiles
public import SweepRuns
import Sweeps
public import TrialFolders

extension SweepFolder {
    /// Notes what the programs of a sweep's trials are run from, once when a run begins; nothing for the training core.
    ///
    /// - Throws: `FileError`.
    public func noteRun(
        of prepared: PreparedSweep, at time: Date = Date(),
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(FileError) {
        guard let program = prepared.sweep.program else { return }
        let folder = URL(filePath: program.workingFolder(in: prepared.file.folder), directoryHint: .isDirectory)
            .standardizedFileURL.path
        let environment = environment.merging(program.environment) { $1 }
        let (git, diff) = Self.git(in: folder, environment: environment)
        let record = RunRecord(
            startedAt: time, host: ProcessInfo.processInfo.hostName, git: git,
            interpreter: program.interpreter(in: folder, environment: environment))
        try note(record, diff: diff)
    }

    /// Bytes of a diff that is kept.
    private static let mostDiff = 1 << 20

    private static func git(
        in folder: String, environment: [String: String]
    ) -> (RunRecord.Git?, diff: String?) {
        // Nothing of the repository is locked, and none of its own programs runs.
        let environment = environment.merging(["GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat"]) { $1 }
        func ask(_ arguments: [String], limit: Int = mostDiff) -> String? {
            ProgramOutput.of(["git"] + arguments, in: folder, environment: environment, limit: limit)
        }
        guard let commit = ask(["rev-parse", "--verify", "HEAD"])?.trimmingCharacters(in: .whitespacesAndNewlines)
        else {
            return (nil, nil)
        }
        let status = ask(["status", "--porcelain", "--untracked-files=no"])
        guard status != "" else { return (RunRecord.Git(commit: commit, isClean: true), nil) }
        let diff = ask(["diff", "HEAD", "--no-color", "--no-ext-diff", "--no-textconv"], limit: mostDiff - 1)
        return (RunRecord.Git(commit: commit, isClean: false), diff)
    }
}

extension SweepProgram {
    /// The Python that `${interpreter}` stands for; nil where the command does not ask for it, or there is none.
    fileprivate func interpreter(in folder: String, environment: [String: String]) -> RunRecord.Interpreter? {
        let lookup = ExecutableLookup(environment: environment, folder: folder)
        guard command.contains("${interpreter}"), let path = lookup.path(of: lookup.interpreter) else { return nil }
        let version = ProgramOutput.of([path, "--version"], in: folder, environment: environment)
        return RunRecord.Interpreter(
            path: path, version: version?.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
