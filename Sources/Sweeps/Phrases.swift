import Foundation

/// Small phrases that messages, tables and reports say alike.
public enum Phrases {
    /// `1 trial`, `3 trials`.
    public static func count(_ count: Int, _ noun: String, plural: String? = nil) -> String {
        "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
    }

    /// `a`, `a and b`, `a, b and c`; empty for no words.
    public static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `3 running, 1 diverged`: the states that occur, in the order of a trial's life.
    public static func states(_ counts: [TrialState: Int]) -> String {
        TrialState.allCases.compactMap { state in
            counts[state].flatMap { $0 > 0 ? "\($0) \(state.words)" : nil }
        }.joined(separator: ", ")
    }

    /// The median of some epochs: `7`, or `7.5` between two.
    public static func epoch(_ epoch: Double) -> String {
        String(format: epoch == epoch.rounded() ? "%.0f" : "%.1f", epoch)
    }

    /// Seconds as `0.84 s`, `42 s`, `3 min 5 s` or `2 h 10 min`; a dash for what is no duration.
    public static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "–" }
        if seconds < 10 { return String(format: "%.2f s", seconds) }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
