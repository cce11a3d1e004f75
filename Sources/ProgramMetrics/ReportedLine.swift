import Foundation
import Settings

/// One line for `SWEEP_METRICS`, as a person gives it: `dev_accuracy=0.91`.
public struct ReportedLine: Hashable, Sendable {
    public let text: String

    /// What is wrong with what was given, a sentence.
    public struct Problem: Error, Hashable, Sendable {
        public let words: String
    }

    /// - Parameters:
    ///   - assignments: `name=number`, at least one.
    ///   - step: not below 0.
    ///   - epoch: not below 0.
    public init(_ assignments: [String], step: Int? = nil, epoch: Int? = nil) throws(Problem) {
        var line = "{"
        for (name, number) in [("step", step), ("epoch", epoch)] {
            guard let number else { continue }
            if number < 0 { throw Problem(words: "'--\(name)' is \(number); it must be at least 0.") }
            line += "\"\(name)\": \(number), "
        }
        var names: Set<String> = []
        for assignment in assignments {
            guard let sign = assignment.firstIndex(of: "="), sign > assignment.startIndex else {
                throw Problem(
                    words: "'\(assignment)' is no value of a metric; write NAME=NUMBER, as dev_accuracy=0.91.")
            }
            let (name, text) = (String(assignment[..<sign]), assignment[assignment.index(after: sign)...])
            if name == "step" || name == "epoch" {
                throw Problem(words: "'\(name)' is no metric; give it by '--\(name)'.")
            }
            if !names.insert(name).inserted { throw Problem(words: "'\(name)' is given twice.") }
            guard let value = Double(text.trimmingCharacters(in: .whitespaces)) else {
                throw Problem(words: "'\(name)' is '\(text)', which is no number.")
            }
            JSONText.append(name, to: &line)
            line += ": \(Self.spelling(value)), "
        }
        text = line.dropLast(2) + "}\n"
    }

    /// As Python's `json` writes what JSON cannot say.
    private static func spelling(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        return value.isFinite ? value.description : value < 0 ? "-Infinity" : "Infinity"
    }

    /// Appends the line at once, so that lines of several processes do not mix.
    ///
    /// - Returns: 0, or the `errno` of what went wrong.
    public func append(to path: String) -> Int32 {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard file >= 0 else { return errno }
        defer { close(file) }
        let bytes = Array(text.utf8)
        let count = write(file, bytes, bytes.count)
        return count == bytes.count ? 0 : count < 0 ? errno : ENOSPC
    }
}
