import Foundation
import Settings
public import Sweeps

/// Why an attempt is stopped before its own end.
public enum StopCause: String, Hashable, Sendable, Codable {
    /// By a signal to the scheduler; the trial goes on in another attempt.
    case interrupted
    case schedulerGone = "scheduler_gone"
    case timedOut = "timed_out"
    /// By a person, for good.
    case cancelled

    /// How the attempt ends.
    public var end: AttemptEnd {
        switch self {
        case .interrupted: .interrupted(.askedToStop)
        case .schedulerGone: .interrupted(.schedulerGone)
        case .timedOut: .timedOut
        case .cancelled: .cancelled
        }
    }
}

/// The attempt's file `stop`: once it is there, whoever runs the attempt is to end it.
extension AttemptFolder {
    private var stopFile: String { path + "/stop" }

    /// Asks for the attempt's end; the first cause counts.
    public func requestStop(_ cause: StopCause) throws(FileError) {
        if stopRequest() == nil { try writeWhole("{\"cause\":\"\(cause.rawValue)\"}\n", to: stopFile) }
    }

    /// Nil where nobody has asked, or what was written cannot be read.
    public func stopRequest() -> StopCause? {
        guard let content = FileManager.default.contents(atPath: stopFile),
            let text = String(validating: content, as: UTF8.self),
            let fields = try? SettingValue(json: text).asMapping
        else { return nil }
        return fields["cause"]?.text.flatMap(StopCause.init(rawValue:))
    }
}
