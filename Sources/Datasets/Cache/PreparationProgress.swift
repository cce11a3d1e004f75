import Synchronization

/// How far the preparation of data has come.
public struct PreparationProgress: Hashable, Sendable {
    /// The data as they are called in messages: a path or a name.
    public let name: String
    /// Examples or pictures.
    public let done: Int
    public let total: Int
}

/// Counts what is done, from any thread, and reports about a hundred times in all.
final class ProgressCounter: Sendable {
    private let done = Mutex(0)
    private let name: String
    private let total: Int
    private let report: @Sendable (PreparationProgress) -> Void

    init(name: String, total: Int, report: @escaping @Sendable (PreparationProgress) -> Void) {
        self.name = name
        self.total = total
        self.report = report
    }

    /// Reports are made one at a time, in the order of their numbers.
    func add(_ count: Int) {
        let stride = max(1, total / 100)
        done.withLock { done in
            let before = done
            done += count
            if done / stride > before / stride || done == total {
                report(PreparationProgress(name: name, done: done, total: total))
            }
        }
    }
}
