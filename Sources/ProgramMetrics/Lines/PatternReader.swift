public import Settings

/// Reads printed lines by a person's regular expressions with named groups.
///
/// A group is the metric of its name, but for `step` and `epoch`, and `name` beside `value`, which hold a metric's name and
/// its value. Lines are as a terminal shows them; what is beyond their first 4,096 bytes is not looked at, so that an
/// expression that searches in vain does so in little text.
public struct PatternReader: MetricReader {
    public let damagedCount = 0
    private let patterns: [Pattern]
    private var lines = TerminalLines()
    private var epoch: Int?

    /// - Throws: `SettingError` for an expression that is none, or that names no group.
    public init(patterns: [String]) throws(SettingError) {
        var read: [Pattern] = []
        for text in patterns { read.append(try Pattern(text)) }
        self.patterns = read
    }

    public mutating func take(_ bytes: UnsafeRawBufferPointer) -> [ReportedValue] {
        var values: [ReportedValue] = []
        var lines = TerminalLines()
        swap(&lines, &self.lines)
        lines.take(bytes) { line, stage, _ in if stage == .complete { read(line, &values) } }
        swap(&lines, &self.lines)
        return values
    }

    public mutating func finish() -> [ReportedValue] {
        var values: [ReportedValue] = []
        var lines = TerminalLines()
        swap(&lines, &self.lines)
        lines.finish { line, stage, _ in if stage == .complete { read(line, &values) } }
        return values
    }

    private mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ values: inout [ReportedValue]) {
        guard !patterns.isEmpty, !line.isEmpty else { return }
        let text = String(decoding: line.prefix(4096), as: UTF8.self)
        for pattern in patterns {
            for match in text.matches(of: pattern.regex) {
                read(match.output, &values)
            }
        }
    }

    private mutating func read(_ output: AnyRegexOutput, _ values: inout [ReportedValue]) {
        var groups: [(name: String, text: String)] = []
        for group in output {
            if let name = group.name, let text = group.substring { groups.append((name, String(text))) }
        }
        func text(_ name: String) -> String? { groups.first { $0.name == name }?.text }
        if let epoch = text("epoch").flatMap({ PlaceName.count($0) }) { self.epoch = epoch }
        let step = text("step").flatMap { PlaceName.count($0) }
        let isPair = text("name") != nil && text("value") != nil
        for (name, text) in groups where !["step", "epoch"].contains(name) {
            if isPair, name == "name" { continue }
            let metric = isPair && name == "value" ? groups.first { $0.name == "name" }?.text ?? name : name
            guard let value = PrintedNumber.value(ofWhole: text) else { continue }
            values.append(ReportedValue(metric: metric, value: value, step: step, epoch: epoch))
        }
    }
}

/// One regular expression.
private struct Pattern {
    let regex: Regex<AnyRegexOutput>

    init(_ text: String) throws(SettingError) {
        func failure(_ rule: String) -> SettingError {
            SettingError(path: "metrics.pattern", value: .string(text), rule: rule)
        }
        do { regex = try Regex(text) } catch {
            throw failure("it must be a regular expression with named groups (\(error))")
        }
        let names = text.matches(of: /\(\?P?<(?<name>[A-Za-z_][A-Za-z0-9_]*)>/).map { String($0.output.name) }
        let metrics = Set(names).subtracting(["step", "epoch"])
        guard !metrics.isEmpty else {
            throw failure("it must have a named group for a metric, as in 'acc=(?<val_acc>[0-9.]+)'")
        }
        guard metrics.contains("name") == metrics.contains("value") || metrics.count > 1 || metrics == ["value"] else {
            throw failure("beside the group 'name' there must be one named 'value'")
        }
    }
}
