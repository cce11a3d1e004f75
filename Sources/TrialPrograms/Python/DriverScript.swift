import Foundation
public import SweepFiles
import Sweeps
import TrialFolders

extension SweepFile {
    /// Reads a sweep file; a Python script is run for the sweep that it describes.
    ///
    /// - Throws: `SweepFileError`; `FileError` where temporary files cannot be written.
    public static func read(orRun path: String) throws -> SweepFile {
        guard isScript(path) else { return try read(path: path) }
        try requireFile(path)
        return try DriverScript(path: path).sweepFile()
    }
}

/// A Python script that describes and starts its sweep itself, by `wandb.sweep(…)` and `wandb.agent(…, function)`.
///
/// It is run up to its agent, offline. As a trial it runs up to there again, and then calls the function once.
struct DriverScript {
    let path: String
    /// How long it may take to come to its agent.
    var seconds = 60.0

    /// What is wrong, as a problem of the script.
    private func failure(_ message: String) -> SweepFileError {
        SweepFileError(path: path, first: SweepFileError.Problem(position: nil, message: message))
    }

    /// Bytes of the script's output that are looked at for its last lines.
    private static let mostTail = 1 << 13
    private static let shownLines = 5

    /// - Throws: `SweepFileError`; `FileError` where temporary files cannot be written.
    func sweepFile(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> SweepFile {
        let temporary = URL(filePath: NSTemporaryDirectory()).appending(path: "sweep-driver-\(UUID().uuidString)").path
        try makeFolder(temporary)
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        let answer = temporary + "/sweep.json"
        let python = try PythonSupport.write(to: temporary)
        var environment = environment.filter { !$0.key.hasPrefix("SWEEP_") }
        environment["PYTHONPATH"] = python.path(before: environment["PYTHONPATH"])
        environment["SWEEP_WANDB"] = WandbMode.auto.rawValue
        environment["SWEEP_DRIVER"] = "read"
        environment["SWEEP_DRIVER_FILE"] = answer
        environment["SWEEP_TRIAL_DIR"] = temporary
        environment["PYTHONUNBUFFERED"] = "1"
        let run = try run(in: environment)
        let description = FileManager.default.contents(atPath: answer).flatMap {
            try? JSONDecoder().decode(DriverDescription.self, from: $0)
        }
        guard let description, description.agent || run.end == .exited(0), !run.isLate else {
            throw failure(run, isDescribed: description != nil)
        }
        let text: String
        do throws(DriverDescription.Problem) {
            text = try description.text(for: scriptName)
        } catch {
            throw failure(error.message)
        }
        return try SweepFile(text: text, path: path)
    }

    private var scriptName: String { URL(filePath: path).lastPathComponent }

    private struct Run {
        let end: ProgramEnd
        let isLate: Bool
        /// The last lines that it printed, each on a line of its own.
        let lastLines: String
    }

    private func run(in environment: [String: String]) throws -> Run {
        var program = SweepProgram(program: scriptName)
        program.command = DriverDescription.command
        let folder = URL(filePath: SweepFile.folder(of: path), directoryHint: .isDirectory).standardizedFileURL.path
        if let missing = program.missing(in: folder, environment: environment) { throw failure(missing) }
        let arguments = CommandExpansion(
            program, configuration: Configuration(), seed: nil, environment: environment, folder: folder,
            configurationFile: ""
        ).arguments
        let process: ProgramProcess
        do throws(ProgramProcess.StartError) {
            process = try ProgramProcess(
                executable: arguments[0], arguments: arguments, environment: environment, folder: folder,
                adoptsOrphans: false)
        } catch {
            throw failure("The script cannot be started: \(error.reason).")
        }
        let deadline = ContinuousClock.now + .seconds(seconds)
        var tail: [UInt8] = []
        var isLate = false
        var watch = ProgramWatch(process, grace: 1, stopSignal: .terminate) {
            isLate = .now > deadline
            return isLate
        }
        while let bytes = watch.next(look: {}) { tail = (tail + bytes).suffix(Self.mostTail) }
        let end = watch.end().end
        let lines = String(decoding: tail, as: UTF8.self).split(whereSeparator: \.isNewline)
        return Run(end: end, isLate: isLate, lastLines: lines.suffix(Self.shownLines).joined(separator: "\n"))
    }

    private func failure(_ run: Run, isDescribed: Bool) -> SweepFileError {
        if run.isLate {
            return failure(
                "The script was ended since it had not come to wandb.agent(…) within \(Int(seconds)) s; what takes long "
                    + "belongs into the function that the agent calls.")
        }
        if run.end != .exited(0) {
            let call = isDescribed ? "wandb.agent(…)" : "wandb.sweep(…)"
            return failure("Before it came to \(call) \(run.end.words):\n\(run.lastLines)")
        }
        return failure(
            "The script ended without a call of wandb.sweep(…), which would describe a sweep; to sweep over what it "
                + "trains, name it as 'program' in a sweep file.")
    }
}
