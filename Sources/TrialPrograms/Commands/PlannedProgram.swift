import Foundation
public import SweepFiles
import SweepPlanning
public import SweepRuns
public import Sweeps

/// What a sweep's first trial would run, for whoever looks at the plan.
public struct PlannedProgram: Hashable, Sendable {
    /// Of the first trial.
    public let commandLine: [String]
    /// Where it would work.
    public let folder: String
    /// Each a sentence: what is not there, and what of the command may not be meant.
    public let notes: [String]
    /// What is not there, which `notes` say too; nil where all is.
    let missing: String?

    /// Nil for the training core.
    ///
    /// - Parameter folder: the sweep file's.
    init?(
        _ sweep: Sweep, _ configuration: Configuration, folder: String,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        guard let program = sweep.program else { return nil }
        let environment = environment.merging(program.environment) { $1 }
        self.folder = program.workingFolder(in: folder)
        let expansion = CommandExpansion(
            program, configuration: configuration, seed: sweep.seeds.first, environment: environment,
            folder: self.folder, configurationFile: "$SWEEP_CONFIG")
        commandLine = expansion.arguments
        missing = program.missing(in: self.folder, environment: environment)
        notes = expansion.notes + (missing.map { [$0] } ?? [])
    }

    /// Nil for the training core, and where nothing is planned.
    public init?(_ prepared: PreparedSweep) {
        guard let first = prepared.plan.configurations.first else { return nil }
        self.init(prepared.sweep, first, folder: prepared.file.folder)
    }
}

extension PreparedSweep {
    /// - Throws: where the program that trials would run is not there.
    public func requireProgram() throws(SweepFileError) {
        guard let missing = PlannedProgram(self)?.missing else { return }
        let position = file.position(ofSetting: "program") ?? file.position(ofSetting: "command")
        throw SweepFileError(path: file.path, first: SweepFileError.Problem(position: position, message: missing))
    }
}

extension SweepProgram {
    /// Where it works.
    ///
    /// - Parameter folder: the sweep file's.
    public func workingFolder(in folder: String) -> String {
        guard let workingFolder else { return folder }
        return workingFolder.hasPrefix("/")
            ? workingFolder : folder == "." ? workingFolder : "\(folder)/\(workingFolder)"
    }
}
