import Foundation
import Reports
import SweepPlanning
import Sweeps
import TrialScheduling

/// Shows a run while it works, on standard error: a few lines that renew themselves on a terminal, plain lines at
/// longer intervals elsewhere, nothing when quiet.
struct ProgressDisplay {
    enum Style {
        /// Columns of the terminal, and whether colour is wanted.
        case terminal(columns: Int, colour: Bool)
        case lines
        case quiet
    }

    private let style: Style
    private let name: String
    private let labels: ConfigurationLabels
    private var shownLines = 0
    private var lastShown: Duration?

    init(of prepared: PreparedSweep, style: Style) {
        self.style = style
        name = prepared.sweep.name
        labels = ConfigurationLabels(prepared.plan.configurations, order: prepared.sweep.parameterNames)
    }

    mutating func take(_ news: TrialScheduler.News) {
        switch news {
        case .progress(let progress): show(progress)
        case .trouble(let trial, let end): sayTrouble(trial, end)
        case .ended(let progress): finish(progress)
        }
    }

    private mutating func show(_ progress: RunProgress) {
        switch style {
        case .terminal(let columns, let colour):
            if let lastShown, progress.elapsed - lastShown < .milliseconds(100) { return }
            redraw(block(progress, columns: columns, colour: colour))
        case .lines:
            if let lastShown, progress.elapsed - lastShown < .seconds(5) { return }
            write(summary(progress) + "\n")
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
        write("trial \(trial.identity.shortName) \(state)\(message) (\(describe(trial)))\n")
    }

    /// Shows how things stand at the end and lets it stay.
    private mutating func finish(_ progress: RunProgress) {
        if case .quiet = style { return }
        clear()
        write(summary(progress) + "\n")
    }

    private func block(_ progress: RunProgress, columns: Int, colour: Bool) -> [String] {
        let share = progress.total == 0 ? 1 : Double(progress.ended) / Double(progress.total)
        let width = max(10, min(40, columns - 50))
        let filled = Int((share * Double(width)).rounded(.down))
        let bar = String(repeating: "━", count: filled)
        let rest = String(repeating: "─", count: width - filled)
        var lines = ["\(name)  \(colour ? "\u{1b}[32m\(bar)\u{1b}[0m" : bar)\(rest)  \(counts(progress))"]
        if let best = progress.best {
            lines.append("best  \(progress.objective.metric) \(NumberText.short(best.value))  \(describe(best.trial))")
        }
        for running in progress.running {
            let of = running.trial.configuration["epochs"].map { "/\($0)" } ?? ""
            let value = running.objective.map { "  \(progress.objective.metric) \(NumberText.short($0))" } ?? ""
            lines.append("  ▸ \(describe(running.trial))  epoch \(running.epoch)\(of)\(value)")
        }
        return [lines[0]] + lines.dropFirst().map { $0.count > columns ? $0.prefix(columns - 1) + "…" : $0 }
    }

    private func summary(_ progress: RunProgress) -> String {
        var line = "\(name): \(counts(progress))"
        if let best = progress.best {
            line += ", best \(progress.objective.metric) \(NumberText.short(best.value)) (\(describe(best.trial)))"
        }
        return line
    }

    private func counts(_ progress: RunProgress) -> String {
        var parts = ["\(progress.ended)/\(progress.total) trials"]
        for state in [TrialState.running, .failed, .diverged, .timedOut, .pruned, .cancelled] {
            if let count = progress.counts[state], count > 0 { parts.append("\(count) \(state.words)") }
        }
        if progress.isStopping {
            parts.append("stopping")
        } else if progress.ended < progress.total, let left = progress.timeLeft {
            parts.append("about \(Self.roughly(left)) left")
        }
        return parts.joined(separator: ", ")
    }

    /// An estimate needs no fractions of seconds.
    private static func roughly(_ duration: Duration) -> String {
        let seconds = (duration / .seconds(1)).rounded(.up)
        return seconds < 10 ? "\(Int(seconds)) s" : NumberText.duration(seconds)
    }

    /// What tells the trial from the others: `adam, lr 0.01, seed 2`.
    private func describe(_ trial: Trial) -> String {
        SafeText.escaping("\(labels.label(of: [trial.configuration])), seed \(trial.seed)")
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

    private func write(_ text: String) {
        StandardError.write(text)
    }
}

extension ProgressDisplay.Style {
    /// What standard error can show.
    static func standardError(isQuiet: Bool) -> Self {
        if isQuiet { return .quiet }
        let terminal = Terminal.standardError()
        guard let width = terminal.width else { return .lines }
        return .terminal(columns: width, colour: terminal.hasStyle)
    }
}
