import Foundation
import Reports
import Settings
public import SweepViews
public import Sweeps
public import TrialScheduling

/// The words for how far a run has come.
public struct ProgressText {
    let name: String
    let labels: ConfigurationLabels
    /// Whether all trials can be compared, so that one of them is the best so far.
    let hasBest: Bool

    public init(name: String, labels: ConfigurationLabels, hasBest: Bool = true) {
        self.name = name
        self.labels = labels
        self.hasBest = hasBest
    }

    /// A few lines, none longer than `columns` and no more than `rows`, the most important first.
    public func block(_ progress: RunProgress, columns: Int, rows: Int, colour: Bool) -> [String] {
        var lines: [String] = []
        if hasBest, let best = progress.best {
            lines.append("best  \(progress.objective.metric) \(NumberText.short(best.value))  \(describe(best.trial))")
        }
        lines += progress.running.map { running in
            let of = running.trial.configuration["epochs"].map { "/\($0)" } ?? ""
            let value = running.objective.map { "  \(progress.objective.metric) \(NumberText.short($0))" } ?? ""
            let place = running.epoch == 0 && running.step > 0 ? "step \(running.step)" : "epoch \(running.epoch)\(of)"
            return "  ▸ \(describe(running.trial))  \(place)\(value)"
        }
        if lines.count > rows - 1 {
            let hidden = lines.count - max(0, rows - 2)
            lines = lines.prefix(max(0, rows - 2)) + ["  … and \(Phrases.count(hidden, "more trial"))"]
        }
        return [head(progress, columns: columns, colour: colour)]
            + lines.prefix(max(0, rows - 1)).map { Self.cut($0, to: columns) }
    }

    /// One line that says all.
    public func summary(_ progress: RunProgress) -> String {
        var line = "\(SafeText.escaping(name)): \(counts(progress))"
        if hasBest, let best = progress.best {
            line += ", best \(progress.objective.metric) \(NumberText.short(best.value)) (\(describe(best.trial)))"
        }
        return line
    }

    /// What tells the trial from the others: `adam, lr 0.01, seed 2`.
    public func describe(_ trial: Trial) -> String {
        SafeText.escaping("\(labels.label(of: [trial.configuration])), seed \(trial.seed)")
    }

    /// The sweep's name, a bar as long as there is room for, and the counts.
    private func head(_ progress: RunProgress, columns: Int, colour: Bool) -> String {
        let name = SafeText.escaping(name)
        let counts = counts(progress)
        let width = min(40, columns - SafeText.width(of: name) - SafeText.width(of: counts) - 4)
        guard width >= 5 else { return Self.cut("\(name)  \(counts)", to: columns) }
        let share = progress.total == 0 ? 1 : Double(progress.ended) / Double(progress.total)
        let filled = Int((share * Double(width)).rounded(.down))
        let bar = String(repeating: "━", count: filled)
        let rest = String(repeating: "─", count: width - filled)
        return "\(name)  \(colour ? "\u{1b}[32m\(bar)\u{1b}[0m" : bar)\(rest)  \(counts)"
    }

    private func counts(_ progress: RunProgress) -> String {
        var parts = ["\(progress.ended)/\(progress.total) trials"]
        for state in [TrialState.running, .failed, .diverged, .timedOut, .pruned, .cancelled] {
            if let count = progress.counts[state], count > 0 { parts.append("\(count) \(state.words)") }
        }
        if progress.isStopping {
            parts.append("stopping")
        } else if progress.isPaused {
            parts.append("paused")
        } else if progress.ended < progress.total, let left = progress.timeLeft {
            parts.append("about \(Self.roughly(left)) left")
        }
        return parts.joined(separator: ", ")
    }

    private static func cut(_ line: String, to columns: Int) -> String {
        guard SafeText.width(of: line) > columns else { return line }
        var cut = line
        while !cut.isEmpty, SafeText.width(of: cut) >= columns { cut.removeLast() }
        return cut + "…"
    }

    /// An estimate needs no fractions of seconds.
    private static func roughly(_ duration: Duration) -> String {
        let seconds = (duration / .seconds(1)).rounded(.up)
        return seconds < 10 ? "\(Int(seconds)) s" : Phrases.duration(seconds)
    }
}
