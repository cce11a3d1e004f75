/// Starts trials somewhere: worker processes of this machine now, a cluster's jobs later.
///
/// What a trial measures never comes this way, but by its folder.
public protocol TrialLauncher: Sendable {
    /// How many trials it takes at once.
    var slots: Int { get }

    /// What happens at the slots.
    var events: AsyncStream<WorkerEvent> { get }

    /// Puts a worker at `slot`, in 0..<`slots`, which must be empty.
    func start(slot: Int)

    /// Gives an order to the worker at `slot`; it is lost if that worker is gone.
    func send(_ order: WorkerOrder, to slot: Int)

    /// Lets the worker at `slot` leave after what it does now.
    func close(slot: Int)

    /// Ends the worker at `slot` at once.
    func kill(slot: Int)
}

/// What happened at one slot.
public enum WorkerEvent: Hashable, Sendable {
    case notice(slot: Int, WorkerNotice)
    /// The worker is gone and the slot is empty; `reason` says how, as in `worker killed by signal 9 (Killed)`.
    case exited(slot: Int, reason: String)
}
