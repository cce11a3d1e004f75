import Foundation
public import Sweeps

/// Small phrases that several commands say alike.
public enum Words {
    /// `dev_accuracy (maximize, best epoch)`.
    public static func objective(_ objective: Objective) -> String {
        let selection = objective.selection == .best ? "best epoch" : "last epoch"
        guard objective.isNamed else { return "no metric" }
        return "\(objective.metric) (\(objective.goal.rawValue), \(selection))"
    }

    /// Local time to the minute: `2026-03-07 14:05`.
    static func time(_ time: Date) -> String {
        var seconds = time_t(time.timeIntervalSince1970)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return String(
            format: "%04d-%02d-%02d %02d:%02d", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
            parts.tm_min)
    }
}
