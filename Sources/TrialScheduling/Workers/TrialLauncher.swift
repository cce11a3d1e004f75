/// Starts trials somewhere: worker processes of this machine now, a cluster's jobs later.
///
/// What a trial measures never comes this way, but by its folder. Slots are places for one worker each, numbered from 0.
public protocol TrialLauncher: Sendable {
    /// What happens at the slots.
    var events: AsyncStream<WorkerEvent> { get }

    /// Puts a worker at `slot`, which must be empty; it gets its share of the cores, as one of `count` at once.
    func start(slot: Int, amongst count: Int)

    /// Gives an order to the worker at `slot`; it is lost if that worker is gone. One that is to stop is woken for it.
    func send(_ order: WorkerOrder, to slot: Int)

    /// Lets the worker at `slot` leave after what it does now.
    func close(slot: Int)

    /// Ends the worker at `slot` and all that it started.
    func end(slot: Int, by force: WorkerForce)

    /// The memory that the worker at `slot` and all that it started hold now, in bytes, where that is above `limit`; nil
    /// also where it is not known.
    func memory(ofWorkerAt slot: Int, above limit: Int) -> Int?
}

/// How hard a worker is pushed to leave.
public enum WorkerForce: Hashable, Sendable {
    /// It may still clean up.
    case terminate
    case kill
}

/// What happened at one slot.
public enum WorkerEvent: Hashable, Sendable {
    case notice(slot: Int, WorkerNotice)
    /// The worker is gone and the slot is empty; `reason` says how, as in `worker killed by signal 9 (Killed)`.
    case exited(slot: Int, reason: String)
}
