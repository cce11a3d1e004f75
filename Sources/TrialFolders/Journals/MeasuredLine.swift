public import Foundation
import Settings
public import Sweeps

/// The lines of a journal that hold measurements.
///
///     {"at":1796065841423,"step":23,"epoch":1,"values":{"dev_accuracy":0.86,"dev_loss":0.64}}
///     {"at":1796065841423,"step":1,"epoch":1,"metric":"batch_loss","float32":"…"}
///     {"metric":"batch_loss","epoch":1,"step":1,"values":[3.12,2.53]}
///
/// `at` is the wall time, milliseconds since 1970 in UTC; `step` that of the first value; an epoch may be missing. The
/// first form has single values of one step, by metric. The second has a run of values at consecutive steps, as
/// `float32` where that loses no bit, else as `float64`: base64 of `PackedValues`. The third is that of older versions.
/// Single numbers have the fewest digits that read back to the same bits; those that JSON cannot say are the strings
/// `"nan"`, `"inf"` and `"-inf"`.
enum MeasuredLine {
    static func text(of runs: [MeasurementRun], at time: Date?) -> String {
        guard let first = runs.first else { preconditionFailure("a line without measurements") }
        guard let time else { return oldText(of: first) }
        var line = "{\"at\":\(time.milliseconds),\"step\":\(first.firstStep)"
        if let epoch = first.epoch { line += ",\"epoch\":\(epoch)" }
        if first.values.count == 1 {
            line += ",\"values\":{"
            for (index, run) in runs.enumerated() {
                if index > 0 { line += "," }
                JSONText.append(run.metric, to: &line)
                line += ":" + number(run.values[0])
            }
            return line + "}}"
        }
        let packed = PackedValues(first.values)
        line += ",\"metric\":"
        JSONText.append(first.metric, to: &line)
        line += packed.width == .single ? ",\"float32\":\"" : ",\"float64\":\""
        return line + packed.bytes.base64EncodedString() + "\"}"
    }

    private static func oldText(of run: MeasurementRun) -> String {
        var line = #"{"metric":"#
        JSONText.append(run.metric, to: &line)
        line += #","epoch":\#(run.epoch ?? 0),"step":\#(run.firstStep),"values":["#
        return line + run.values.map(number).joined(separator: ",") + "]}"
    }

    private static func number(_ value: Double) -> String {
        value.isFinite ? value.description : "\"\(value.isNaN ? "nan" : value.description)\""
    }

    /// Reads any of the forms, whatever the order of their fields; nil if it is none.
    static func entry(of fields: [String: SettingValue]) -> JournalEntry? {
        guard let step = fields["step"]?.count else { return nil }
        var (epoch, time): (Int?, Date?)
        if let field = fields["epoch"] {
            guard let count = field.count else { return nil }
            epoch = count
        }
        if let field = fields["at"] {
            guard let milliseconds = field.count else { return nil }
            time = Date(milliseconds: milliseconds)
        }
        if let metric = fields["metric"]?.text {
            guard let values = values(of: fields) else { return nil }
            return .measured([MeasurementRun(metric: metric, epoch: epoch, firstStep: step, values: values)], at: time)
        }
        guard let values = fields["values"]?.asMapping, !values.isEmpty else { return nil }
        var runs: [MeasurementRun] = []
        for (metric, value) in values.sorted(by: { $0.key < $1.key }) {
            guard let number = value.journalNumber else { return nil }
            runs.append(MeasurementRun(metric: metric, epoch: epoch, step: step, value: number))
        }
        return .measured(runs, at: time)
    }

    private static func values(of fields: [String: SettingValue]) -> [Double]? {
        for (name, width) in [("float32", PackedValues.Width.single), ("float64", .double)] {
            if let text = fields[name]?.text {
                return Data(base64Encoded: text).flatMap { PackedValues(width: width, bytes: $0)?.values }
            }
        }
        guard case .list(let list)? = fields["values"] else { return nil }
        let values = list.compactMap(\.journalNumber)
        return values.count == list.count ? values : nil
    }
}

extension JournalEntry {
    /// The lines that say `runs`: single values of one step stand together in one.
    public static func lines(of runs: [MeasurementRun], at time: Date) -> [JournalEntry] {
        struct Place: Hashable {
            let step: Int
            let epoch: Int?
        }
        var lines: [[MeasurementRun]] = []
        var places: [Place: Int] = [:]
        for run in runs where !run.values.isEmpty {
            let place = Place(step: run.firstStep, epoch: run.epoch)
            let line = places[place]
            if run.values.count > 1 {
                lines.append([run])
            } else if let line, !lines[line].contains(where: { $0.metric == run.metric }) {
                lines[line].append(run)
            } else {
                places[place] = lines.count
                lines.append([run])
            }
        }
        return lines.map { .measured($0.sorted { $0.metric < $1.metric }, at: time) }
    }
}

extension SettingValue {
    fileprivate var journalNumber: Double? {
        guard let text else { return number }
        return ["nan": .nan, "inf": .infinity, "-inf": -.infinity][text]
    }
}
