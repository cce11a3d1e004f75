import Foundation

/// Reads JSON lines: what a program appends to `SWEEP_METRICS`, or any file of one object per line.
///
///     {"step": 3, "epoch": 1, "dev_accuracy": 0.91, "_at": 1796065841.4}
///
/// Numbers are metrics, those of nested objects under names joined with dots; texts, lists, booleans and null are none.
/// `step` (`global_step`, `iteration`), `epoch`, `_at` (seconds since 1970) and `_summary` (`true`: taken at the end) say
/// where. A last line without its end waits for it.
public struct ReportedLinesReader: MetricReader {
    public private(set) var damagedCount = 0
    private var lines = LineBuffer(limit: 1 << 20)

    public init() {}

    public mutating func take(_ bytes: UnsafeRawBufferPointer) -> [ReportedValue] {
        var values: [ReportedValue] = []
        var damaged = 0
        lines.take(bytes) { if let line = Self.values(of: $0) { values += line } else { damaged += 1 } }
        damagedCount += damaged
        return values
    }

    public mutating func finish() -> [ReportedValue] {
        var values: [ReportedValue] = []
        var damaged = 0
        lines.finish { if let line = Self.values(of: $0) { values += line } else { damaged += 1 } }
        damagedCount += damaged
        return values
    }

    private static func values(of line: UnsafeBufferPointer<UInt8>?) -> [ReportedValue]? {
        guard let line else { return nil }
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return [] }
        return FlatJSON(line)?.reportedValues
    }
}

extension FlatJSON {
    /// The numbers that are metrics, each with the place that the object says.
    var reportedValues: [ReportedValue] {
        var place = ReportedValue(metric: "", value: 0, isSummary: claims.contains("_summary"))
        var metrics: [Entry] = []
        for entry in numbers {
            switch PlaceName(entry.name) {
            case .step?: place.step = PlaceName.count(entry.text) ?? place.step
            case .epoch?: place.epoch = PlaceName.count(entry.text)
            case .time?: place.at = PlaceName.time(entry.value)
            case .summary?: break
            case nil: metrics.append(entry)
            }
        }
        return metrics.map { entry in
            var value = place
            (value.metric, value.value) = (entry.name, entry.value)
            return value
        }
    }
}
