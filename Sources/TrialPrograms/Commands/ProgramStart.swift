import Foundation
import Settings
import Sweeps
import TrialFolders
import TrialScheduling

/// How a trial's program is started: command line, variables and folder, all worked out.
struct ProgramStart {
    let arguments: [String]
    /// Where the program works.
    let folder: String
    /// Those that are set for it, by name; it has this process's besides.
    let variables: [String: String]
    /// Whether an earlier attempt has left something to go on from.
    let findsCheckpoints: Bool
    private let interpreter: String?
    private let configuration: String
    private let attempt: AttemptFolder
    private let executable: String
    private let programFingerprint: String?

    /// Why a program cannot be started.
    enum Problem: Error, CustomStringConvertible {
        case notFound(String)
        case refused(String, reason: String)
        case noFolder(String, reason: String)
        /// A text that no argument can be.
        case nul(String)

        var description: String {
            switch self {
            case .notFound(let words): words
            case .refused(let executable, let reason): "'\(executable)' cannot be started: \(reason)"
            case .noFolder(let folder, let reason): "the program cannot work in '\(folder)': \(reason)"
            case .nul(let text):
                "the argument '\(text.prefix { $0 != "\0" })' … holds a NUL character, which no program can be given"
            }
        }
    }

    /// - Parameter lastStep: that earlier attempts have measured, where this one goes on from them.
    /// - Throws: `Problem`.
    init(
        _ order: AttemptOrder, program: SweepProgram, in attempt: AttemptFolder, python: PythonSupport?,
        lastStep: Int? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Problem) {
        self.attempt = attempt
        programFingerprint = program.fingerprint(inSweepFolder: order.folder)
        findsCheckpoints = attempt.number > 1 && !attempt.checkpointsAreEmpty
        folder =
            URL(filePath: program.workingFolder(in: order.folder), directoryHint: .isDirectory).standardizedFileURL.path
        var variables = Self.variables(order, program, attempt, environment)
        if let python {
            variables["SWEEP_DRIVER"] = "trial"
            variables["SWEEP_WANDB_LAST_STEP"] = lastStep.map(String.init)
            variables["PYTHONPATH"] = python.path(before: variables["PYTHONPATH"] ?? environment["PYTHONPATH"])
        }
        self.variables = variables
        let whole = environment.merging(variables) { $1 }
        let expansion = CommandExpansion(
            program, configuration: order.trial.configuration, seed: order.trial.seed, environment: whole,
            folder: folder, configurationFile: variables["SWEEP_CONFIG"] ?? "")
        arguments = expansion.arguments
        interpreter = expansion.interpreter
        configuration = CommandExpansion.configurationJSON(
            program, configuration: order.trial.configuration, seed: order.trial.seed)
        if let argument = arguments.first(where: { $0.contains("\0") }) { throw .nul(argument) }
        guard let first = arguments.first,
            let path = ExecutableLookup(environment: whole, folder: folder).path(of: first)
        else {
            throw .notFound(program.missing(in: folder, environment: whole) ?? "There is no program to start.")
        }
        executable = path
    }

    private static func variables(
        _ order: AttemptOrder, _ program: SweepProgram, _ attempt: AttemptFolder, _ environment: [String: String]
    ) -> [String: String] {
        func whole(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
        var variables = [
            "SWEEP_CONFIG": whole(attempt.configurationFile),
            "SWEEP_METRICS": whole(attempt.reportedFile),
            "SWEEP_TRIAL": order.trial.identity.shortName,
            AttemptFolder.filesVariable: whole(attempt.filesFolder),
            "SWEEP_CHECKPOINT_DIR": whole(attempt.checkpointsFolder),
            "SWEEP_SEED": String(order.trial.seed),
            "SWEEP_SWEEP": order.sweep,
            "SWEEP_LABEL": "\(order.sweep)-\(order.number)",
            "SWEEP_WANDB": program.wandb.rawValue,
            "SWEEP_WANDB_METRICS": whole(attempt.wandbFile),
            "PYTHONUNBUFFERED": "1",
        ]
        if attempt.number > 1 { variables["SWEEP_RESUME"] = "1" }
        if let cores = order.resources.cores {
            for name in ThreadVariables.names { variables[name] = String(cores) }
        }
        if let gpus = order.resources.gpus {
            variables["CUDA_VISIBLE_DEVICES"] = gpus.joined(separator: ",")
            // Numbers are then those of nvidia-smi; somebody who has chosen GPUs has numbered them otherwise.
            if environment["CUDA_VISIBLE_DEVICES"] == nil, environment["CUDA_DEVICE_ORDER"] == nil {
                variables["CUDA_DEVICE_ORDER"] = "PCI_BUS_ID"
            }
        }
        return variables.merging(program.environment) { $1 }
    }

    /// Writes what the program reads, and what was run.
    func write() throws(FileError) {
        try attempt.makeProgramFolders()
        try writeWhole(configuration + "\n", to: attempt.configurationFile)
        try attempt.writeCommand(
            CommandRecord(
                arguments: arguments, executable: executable, interpreter: interpreter, folder: folder,
                variables: variables, programFingerprint: programFingerprint, findsCheckpoints: findsCheckpoints))
    }

    /// Starts it.
    ///
    /// - Throws: `Problem`.
    func process(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> ProgramProcess {
        var whole = environment.merging(variables) { $1 }
        // What an outer trial was told is not meant for this one.
        if variables["SWEEP_RESUME"] == nil { whole["SWEEP_RESUME"] = nil }
        whole["PWD"] = folder
        do throws(ProgramProcess.StartError) {
            return try ProgramProcess(
                executable: executable, arguments: arguments, environment: whole, folder: folder,
                adoptsOrphans: true)
        } catch {
            throw error.isOfFolder
                ? Problem.noFolder(folder, reason: error.reason) : Problem.refused(executable, reason: error.reason)
        }
    }
}
