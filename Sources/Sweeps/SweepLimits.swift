/// What bounds a sweep's trials and workers.
public struct SweepLimits: Hashable, Sendable {
    /// Workers at once, of `possibleJobs`; nil: as many as there are cores.
    public var jobs: Int?
    /// Per attempt.
    public var timeout: Duration?
    /// Of the worker that trains a trial, in bytes.
    public var memoryLimit: Int?
    /// Further attempts after a crash, a kill or a time-out.
    public var retries: Int
    /// The sweep stops after so many failed trials.
    public var maxFailed: Int?

    public static let possibleJobs = 1...1_024

    /// A time-out as folders and the store keep it; nil for what is none, such as a number of a damaged file.
    public static func timeout(seconds: Double) -> Duration? { (0...1e12).contains(seconds) ? .seconds(seconds) : nil }

    public init(
        jobs: Int? = nil, timeout: Duration? = nil, memoryLimit: Int? = nil, retries: Int = 1, maxFailed: Int? = nil
    ) {
        self.jobs = jobs
        self.timeout = timeout
        self.memoryLimit = memoryLimit
        self.retries = retries
        self.maxFailed = maxFailed
    }
}
