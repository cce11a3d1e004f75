public import ResultsStore
public import SweepPlanning
public import Sweeps
public import TrialFolders

extension TrialScheduler {
    /// What is to be trained, and where.
    public struct Assignment: Sendable {
        public let objective: Objective
        /// In the order in which they are to start; those that have ended are counted and left alone.
        public let records: [TrialRecord]
        public let sweepName: String
        /// What trials run; nil: the training core.
        public let program: SweepProgram?
        public let folder: SweepFolder
        /// Relative paths of data start here.
        public let dataFolder: String
        public let limits: SweepController.Limits
        /// Per attempt.
        public let timeout: Duration?
        /// Of a worker and all that it started, in bytes.
        public let memoryLimit: Int?
        /// The key of the sweep file that says so.
        let memoryKey: String
        /// What trials of programs are given their shares of; nil where they are not told.
        public var machine: MachineResources?
        /// From when a trial was told to end until it is ended by force.
        public var patience = Duration.seconds(10)
        /// Within which a worker that was started must be ready; time in which the scheduler is itself held up is not
        /// counted.
        public var startPatience = Duration.seconds(15)

        public init(
            sweep: Sweep, records: [TrialRecord], folder: SweepFolder, dataFolder: String,
            limits: SweepController.Limits
        ) {
            objective = sweep.objective
            self.records = records
            sweepName = sweep.name
            program = sweep.program
            self.folder = folder
            self.dataFolder = dataFolder
            self.limits = limits
            timeout = sweep.limits.timeout
            memoryLimit = sweep.limits.memoryLimit ?? sweep.program?.resources.memory
            memoryKey = sweep.limits.memoryLimit == nil ? "resources.memory" : "memory_limit"
            if sweep.program != nil { patience = .seconds(AttemptOrder.stopSeconds(of: sweep.program)) }
        }

        /// What one of so many trials at once is given.
        ///
        /// - Parameter taken: the GPUs of each trial under way.
        func share(jobs: Int, taken: [[String]]) -> GivenResources {
            var given = GivenResources()
            if let program, let machine { given = program.resources.share(of: machine, jobs: jobs, taken: taken) }
            given.memory = memoryLimit
            return given
        }

        func order(of record: TrialRecord, given: GivenResources, earlierAttempts: [Int]) -> AttemptOrder {
            AttemptOrder(
                sweep: sweepName, trial: record.trial, number: record.number, objective: objective, folder: dataFolder,
                program: program, timeout: timeout, resources: given, earlierAttempts: earlierAttempts)
        }

        /// Emptied by whoever took the sweep's lock; what is in it since is meant for this run.
        var controls: ControlBox { ControlBox(folder) }
    }

    /// What a run tells whoever watches it.
    public enum News: Sendable {
        /// A few times a second.
        case progress(RunProgress)
        /// An attempt ended otherwise than by finishing its trial.
        case trouble(Trial, AttemptEnd)
        /// The first trial that finished without a value of the metric that it is to be judged by, and what it measured.
        case withoutObjective(Trial, metric: String, measured: [String])
        /// The last word.
        case ended(RunProgress)
    }

    /// Why a run could not go on.
    public enum Failure: Error, CustomStringConvertible {
        /// The disk is full, or a folder cannot be written.
        case cannotWrite(FileError)
        /// Worker processes die before they are ready.
        case noWorkers(String)
        /// So many threads are needed.
        case noThreads(Int, reason: String)

        public var description: String {
            switch self {
            case .cannotWrite(let error): error.description
            case .noWorkers(let reason): "No worker process can be started: \(reason)."
            case .noThreads(let needed, let reason): "A run needs \(needed) more threads and processes: \(reason)."
            }
        }
    }
}
