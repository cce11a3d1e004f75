/// What an attempt at a trial cost its worker.
public struct ResourceUsage: Hashable, Sendable {
    /// The most memory that the worker held meanwhile, in bytes.
    public let peakMemory: Int
    /// User and system time of all threads.
    public let processorSeconds: Double

    public init(peakMemory: Int, processorSeconds: Double) {
        self.peakMemory = peakMemory
        self.processorSeconds = processorSeconds
    }
}
