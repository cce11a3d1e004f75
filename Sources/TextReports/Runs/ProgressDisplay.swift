import Analysis
import Foundation
import Reports
import SweepPlanning
public import SweepRuns
import SweepViews
import Sweeps
public import TrialScheduling

/// Shows a run while it works: a few lines that renew themselves on a terminal, plain lines at
/// longer intervals elsewhere, nothing when quiet.
public struct ProgressDisplay {
    public enum Style: Sendable {
        case terminal
        case lines
        case quiet
    }

    private let style: Style
    private let terminal: @Sendable () -> Terminal
    private let write: @Sendable (String) -> Void
    private let text: ProgressText
    private var shownLines = 0
    private var lastShown: Duration?
    /// The last plain line.
    private var lastLine: String?

    /// - Parameters:
    ///   - hasBest: whether all trials can be compared.
    ///   - terminal: what can be shown now, since windows change.
    ///   - write: shows text as it is.
    public init(
        of prepared: PreparedSweep, hasBest: Bool, style: Style, on terminal: @escaping @Sendable () -> Terminal,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.style = style
        self.terminal = terminal
        self.write = write
        text = ProgressText(
            name: prepared.sweep.name,
            labels: ConfigurationLabels(
                prepared.plan.configurations, order: prepared.sweep.parameterNames,
                given: GivenLabels(prepared.sweep.labels, of: prepared.plan.configurations)), hasBest: hasBest)
    }

    public mutating func take(_ news: TrialScheduler.News) {
        switch news {
        case .progress(let progress): show(progress)
        case .trouble(let trial, let end): sayTrouble(trial, end)
        case .withoutObjective(let trial, let metric, let measured):
            if case .quiet = style { return }
            clear()
            let words = ObjectiveAbsence.words(
                metric: metric, measured: measured, who: "Trial \(trial.identity.shortName) has finished and")
            write(SafeText.escaping(words) + "\n")
        case .ended(let progress): finish(progress)
        }
    }

    private mutating func show(_ progress: RunProgress) {
        switch style {
        case .terminal:
            if let lastShown, progress.elapsed - lastShown < .milliseconds(100) { return }
            let terminal = terminal()
            // In ASCII the dots of a line that is cut are wider.
            redraw(
                text.block(
                    progress, columns: (terminal.width ?? 80) - (terminal.isASCII ? 3 : 1), rows: terminal.height - 1,
                    colour: terminal.hasStyle))
        case .lines:
            if let lastShown, progress.elapsed - lastShown < .seconds(5) { return }
            sayOnce(text.summary(progress))
        case .quiet: return
        }
        lastShown = progress.elapsed
    }

    /// Prints a line that stays, above what renews itself.
    private mutating func sayTrouble(_ trial: Trial, _ end: AttemptEnd) {
        if case .interrupted = end, case .terminal = style { return }
        if case .quiet = style { return }
        clear()
        let state = end.state == .pending ? "interrupted" : end.state.words
        let message = end.message.map { ": " + SafeText.escapingLines($0) } ?? ""
        write("trial \(trial.identity.shortName) (\(text.describe(trial))) \(state)\(message)\n")
    }

    /// Shows how things stand at the end and lets it stay.
    private mutating func finish(_ progress: RunProgress) {
        if case .quiet = style { return }
        clear()
        sayOnce(text.summary(progress))
    }

    private mutating func sayOnce(_ line: String) {
        if line != lastLine { write(line + "\n") }
        lastLine = line
    }

    private mutating func redraw(_ lines: [String]) {
        clear()
        write(lines.joined(separator: "\n") + "\n")
        shownLines = lines.count
    }

    private mutating func clear() {
        if shownLines > 0 { write("\u{1b}[\(shownLines)A\u{1b}[J") }
        shownLines = 0
    }
}
