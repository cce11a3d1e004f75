import Foundation
import Synchronization

/// Shows how far the preparation of data has come, if it takes longer than a moment: a line that renews itself on a
/// terminal, plain lines at longer intervals elsewhere, nothing when quiet.
public final class PreparationDisplay: Sendable {
    private struct State {
        /// When what is under way was first heard of, and when it was last shown.
        var begun: ContinuousClock.Instant?
        var shown: ContinuousClock.Instant?
        var activity = ""
    }

    private let style: ProgressDisplay.Style
    private let columns: @Sendable () -> Int?
    private let write: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - columns: how wide the terminal is now.
    ///   - write: shows text as it is.
    public init(
        style: ProgressDisplay.Style, columns: @escaping @Sendable () -> Int?,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.style = style
        self.columns = columns
        self.write = write
    }

    /// - Parameter progress: nil: what was under way has ended.
    @Sendable public func take(_ progress: (activity: String, extent: String)?) {
        let now = ContinuousClock.now
        state.withLock { state in
            guard let progress else {
                if state.shown != nil, style == .terminal { write("\r\u{1b}[K") }
                state = State()
                return
            }
            let begun = state.begun ?? now
            state.begun = begun
            let isDue =
                if let shown = state.shown {
                    now - shown >= interval || progress.activity != state.activity
                } else {
                    now - begun >= patience
                }
            guard isDue else { return }
            let text = SafeText.escaping(progress.activity + progress.extent)
            switch style {
            case .quiet: return
            case .terminal:
                write("\r\u{1b}[K\(text.prefix((columns() ?? 80) - 1))")
            case .lines: write(text + "\n")
            }
            state.shown = now
            state.activity = progress.activity
        }
    }

    /// How long nothing is said.
    private var patience: Duration { style == .terminal ? .milliseconds(200) : .seconds(1) }

    private var interval: Duration { style == .terminal ? .milliseconds(200) : .seconds(5) }
}
