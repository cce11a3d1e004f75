import Analysis
import SweepViews
import Sweeps

/// Sentences about seeds and ends that several charts say.
enum SeedWords {
    /// `mean of 3 seeds`, `mean of 2–3 seeds`, `one seed`.
    static func mean(_ counts: [Int]) -> String {
        guard let least = counts.min(), let most = counts.max(), most > 1 else { return "one seed" }
        return "mean of \(least == most ? "\(most)" : "\(least)–\(most)") seeds"
    }

    /// What crosses mean.
    static let diverged = "✕: every seed diverged."

    /// The same of those without a value, with how else their seeds ended.
    static func lost(in results: [ConfigurationResult]) -> String {
        let states = [TrialState.diverged, .failed, .timedOut].filter { state in
            results.contains { $0.trials[state] != nil }
        }
        return "✕: every seed \(states.map(\.words).joined(separator: " or "))."
    }

    /// As the beginning of a sentence.
    static func sentence(_ counts: [Int]) -> String {
        let words = mean(counts)
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension SweepView {
    /// How many trials ended otherwise than finished, by state: `2 diverged, 1 failed`; nil if all did finish.
    var otherEnds: String? {
        let others = Phrases.states(states.filter { $0.key != .finished })
        return others.isEmpty ? nil : "Of \(trials.count) trials: \(others)"
    }
}
