import Foundation

/// One line of what a program reports, as `docs/programs.md` says it.
enum MetricLine {
    static func text(of values: [String: Double], step: Int?, epoch: Int?, at time: Date) -> String {
        let milliseconds = Int64((time.timeIntervalSince1970 * 1_000).rounded())
        var fields = ["\"_at\": \(Double(milliseconds) / 1_000)"]
        if let step { fields.append("\"step\": \(step)") }
        if let epoch { fields.append("\"epoch\": \(epoch)") }
        for (name, value) in values.sorted(by: { $0.key < $1.key }) where isMetric(name) {
            fields.append("\(quoted(name)): \(number(value))")
        }
        return "{\(fields.joined(separator: ", "))}\n"
    }

    private static func isMetric(_ name: String) -> Bool { !["step", "epoch"].contains(name) && !name.hasPrefix("_") }

    /// As Python writes it, which knows numbers that JSON does not.
    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        return value.isFinite ? value.description : value < 0 ? "-Infinity" : "Infinity"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
