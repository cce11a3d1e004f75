import ArgumentParser
import Foundation
import ResultsStore
import SweepRuns
import TextReports
import TrialFolders
import Workloads

/// What every command understands: which store, how to answer, how much to say.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp(
            "The store of sweeps (default: $SWEEP_STORE, else results/sweeps.sqlite).", valueName: "path"),
        completion: .file(extensions: ["sqlite"]))
    var givenPath: String?

    @Flag(help: "Answer in JSON, for machines.")
    var json = false

    @Flag(help: "Say nothing but the result.")
    var quiet = false

    /// As given, else by the environment, else beside the sweeps' results.
    var path: String {
        if let givenPath { return givenPath }
        let variable = ProcessInfo.processInfo.environment["SWEEP_STORE"] ?? ""
        return variable.isEmpty ? "results/sweeps.sqlite" : variable
    }

    /// The option as it was given, for commands that a person may copy.
    var storeWords: [String] { givenPath.map { ["--store", $0] } ?? [] }

    /// Beside the store, where all sweeps share what was prepared.
    var dataCachePath: String {
        URL(filePath: path).deletingLastPathComponent().appending(path: ".cache").path(percentEncoded: false)
    }

    /// Tells on standard error how long preparations get on.
    ///
    /// - Parameter onlyChecks: whether nothing is written and nothing can be trained.
    func workloadCache(onlyChecks: Bool = false) -> WorkloadCache {
        let display = PreparationDisplay(
            style: .standardError(isQuiet: quiet), columns: { Terminal.standardError().width },
            write: StandardError.write)
        return WorkloadCache(preparedFolder: dataCachePath, onlyChecks: onlyChecks, progress: display.take)
    }

    var output: CommandOutput { CommandOutput(isQuiet: quiet, isForMachines: json) }

    /// The store for one look that leaves nothing beside it, where there is one that can be read as it is.
    func storeIfThere() -> ResultsStore? { try? ResultsStore.openForLooking(path: path) }

    func openForReading() throws -> ResultsStore {
        do {
            return try ResultsStore.openForReading(path: path)
        } catch StoreError.missing(let path) {
            guard SweepFolder.isAnyDescribed(besideStore: path) else { throw StoreError.missing(path: path) }
            throw CommandError.wrongInput(
                "There is no store at '\(path)', but there are folders of sweeps beside it; 'sweep doctor --mend' makes "
                    + "it anew from them.")
        }
    }
}
