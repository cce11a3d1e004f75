import Foundation

/// The columns and keys by which files and lines say where a value was measured.
enum PlaceName {
    case step, epoch, time, summary

    /// What a key of JSON lines or a column of a table says; nil if it is a metric's name.
    init?(_ name: String) {
        switch name.lowercased() {
        case "step", "_step", "global_step", "iteration", "iter", "steps": self = .step
        case "epoch": self = .epoch
        case "_at", "_timestamp": self = .time
        case "_summary": self = .summary
        default: return nil
        }
    }

    /// A step or epoch that a text says: a whole number not below 0, or part of an epoch, which counts as the epoch
    /// that it lies in.
    static func count(_ text: some StringProtocol) -> Int? {
        if let whole = Int(text) { return whole >= 0 ? whole : nil }
        guard let value = PrintedNumber.value(ofWhole: String(text)), value >= 0, value < 0x1p62 else { return nil }
        return Int(value.rounded(.up))
    }

    /// The time that a number of seconds since 1970 says.
    static func time(_ seconds: Double) -> Date? {
        (0..<1e11).contains(seconds) ? Date(timeIntervalSince1970: seconds) : nil
    }
}
