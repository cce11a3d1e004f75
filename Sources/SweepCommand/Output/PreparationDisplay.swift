import Foundation
import Synchronization

/// Shows on standard error how far the preparation of data has come, if it takes longer than a moment: a line that
/// renews itself on a terminal, plain lines at longer intervals elsewhere, nothing when quiet.
final class PreparationDisplay: Sendable {
    private let style: ProgressDisplay.Style
    /// When what is being prepared was first heard of, and when it was last shown.
    private let times = Mutex<(begun: ContinuousClock.Instant?, shown: ContinuousClock.Instant?)>((nil, nil))

    init(style: ProgressDisplay.Style) {
        self.style = style
    }

    @Sendable func take(name: String, done: Int, total: Int) {
        let now = ContinuousClock.now
        times.withLock { times in
            let begun = times.begun ?? now
            times.begun = done == total ? nil : begun
            let last = times.shown ?? begun
            let percent = total > 0 ? Int(Double(done) / Double(total) * 100) : 100
            let text = "preparing \(SafeText.escaping(name)): \(percent) % of \(total)"
            switch style {
            case .quiet: return
            case .terminal:
                if done == total {
                    if times.shown != nil { StandardError.write("\r\u{1b}[K") }
                } else if now - last >= .milliseconds(200) {
                    let columns = Terminal.standardError().width ?? 80
                    StandardError.write("\r\u{1b}[K\(text.prefix(columns - 1))")
                    times.shown = now
                }
            case .lines:
                guard now - last >= .seconds(5) else { break }
                StandardError.write(text + "\n")
                times.shown = now
            }
            if done == total { times.shown = nil }
        }
    }
}
