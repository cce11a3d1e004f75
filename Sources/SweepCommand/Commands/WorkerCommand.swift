import ArgumentParser
import Foundation
import Sweeps
import TextReports
import TrialFolders
import TrialPrograms
import TrialScheduling
import Workloads

/// A worker process, which `sweep run` starts.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Train trials as a scheduler orders.", shouldDisplay: false)

    @Option(help: "Where prepared data are kept.")
    var dataCache: String?

    func run() throws {
        signal(SIGINT, SIG_IGN)
        signal(SIGHUP, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGTERM, SIG_DFL)
        let cache = WorkloadCache(preparedFolder: dataCache)
        WorkerLoop(prepare: TrainingMemory.take) { context in
            do {
                return try TrialProgram(of: context.order.program, cache: cache)
                    .run(context, supportFolder: dataCache ?? NSTemporaryDirectory(), warn: StandardError.say)
            } catch CoreTrial.Problem.changedData {
                throw CommandError.wrongInput(
                    "The data have changed since this trial was planned; 'sweep run' plans it anew.")
            }
        }.run()
    }
}
