import Synchronization

/// How far the preparation of data has come.
public struct PreparationProgress: Hashable, Sendable {
    public enum Activity: Hashable, Sendable {
        /// The sources are read, to know them by their content.
        case reading
        /// Examples are read, decoded or drawn, and written.
        case preparing
        /// What was written is brought to the disk.
        case saving
        /// Another process prepares the same data.
        case waiting
    }

    /// What is counted.
    public enum Unit: Hashable, Sendable {
        /// Also pictures.
        case examples
        case bytes
    }

    public let activity: Activity
    /// The data as they are called in messages: a path or a name.
    public let name: String
    public let done: Int
    /// 0: not known.
    public let total: Int
    public let unit: Unit

    init(_ activity: Activity, _ name: String, done: Int = 0, total: Int = 0, unit: Unit = .examples) {
        self.activity = activity
        self.name = name
        self.done = done
        self.total = total
        self.unit = unit
    }

    /// `preparing pets`.
    public var activityText: String {
        switch activity {
        case .reading: "reading \(name)"
        case .preparing: "preparing \(name)"
        case .saving: "saving the prepared \(name)"
        case .waiting: "waiting for another process that prepares \(name)"
        }
    }

    /// `: 40 % of 25000`; nothing where it is not known.
    public var extentText: String {
        guard total > 0 else { return "" }
        return ": \(min(100, Int(Double(done) / Double(total) * 100))) % of "
            + (unit == .bytes ? ByteWords.text(total) : "\(total)")
    }
}

/// Hears of the progress, from any thread but never from two at once; nil: what was under way has ended, well or not.
public typealias ProgressReport = @Sendable (PreparationProgress?) -> Void

/// Counts what is done, from any thread, and reports about a hundred times in all.
final class ProgressCounter: Sendable {
    private let done = Mutex(0)
    private let start: PreparationProgress
    private let report: ProgressReport

    init(
        _ activity: PreparationProgress.Activity = .preparing, name: String, total: Int,
        unit: PreparationProgress.Unit = .examples, report: @escaping ProgressReport
    ) {
        start = PreparationProgress(activity, name, total: total, unit: unit)
        self.report = report
        report(start)
    }

    /// Reports are made one at a time, in the order of their numbers.
    func add(_ count: Int) {
        let total = start.total
        let stride = max(1, total / 100)
        done.withLock { done in
            let before = done
            done += count
            if done / stride > before / stride || done == total {
                report(PreparationProgress(start.activity, start.name, done: done, total: total, unit: start.unit))
            }
        }
    }
}
