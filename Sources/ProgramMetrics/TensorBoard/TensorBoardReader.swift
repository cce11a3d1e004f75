import Foundation

/// Reads the scalars of a TensorBoard event file (`events.out.tfevents.*`): TFRecord framing around `Event` messages, with
/// both ways to store a scalar, as a plain float and as a tensor.
///
/// Values are the same bits that were written. A torn last record waits for its end; damaged ones are skipped and counted.
/// Message fields: tensorboard/compat/proto `event.proto`, `summary.proto`, `tensor.proto`.
public struct TensorBoardReader: MetricReader {
    public var damagedCount: Int { records.damagedCount + (isTorn ? 1 : 0) }
    private var records = RecordBuffer()
    private var isTorn = false
    private var plugins = Plugins()

    public init() {}

    public mutating func take(_ bytes: UnsafeRawBufferPointer) -> [ReportedValue] {
        var values: [ReportedValue] = []
        records.take(bytes) { Self.readEvent($0, &plugins, &values) }
        return values
    }

    public mutating func finish() -> [ReportedValue] {
        isTorn = records.hasRest
        return []
    }

    private static func readEvent(
        _ bytes: ArraySlice<UInt8>, _ plugins: inout Plugins, _ values: inout [ReportedValue]
    ) {
        var place = ReportedValue(metric: "", value: 0, step: 0)
        var summary: ArraySlice<UInt8>?
        for (field, value) in ProtobufMessage(bytes) {
            switch (field, value) {
            case (1, .fixed64(let bits)): place.at = PlaceName.time(Double(bitPattern: bits))
            case (2, .number(let step)): place.step = Int(exactly: step)
            case (5, .bytes(let message)): summary = message
            default: break
            }
        }
        guard let summary else { return }
        for case (1, .bytes(let message)) in ProtobufMessage(summary) {
            guard let (tag, number) = plugins.scalar(message) else { continue }
            var value = place
            (value.metric, value.value) = (tag, number)
            values.append(value)
        }
    }
}

/// The plugin of each tag, which a file says once.
private struct Plugins {
    private var names: [String: String] = [:]

    init() {}

    /// The tag and number of a `Summary.Value`; nil if it is no scalar.
    mutating func scalar(_ message: ArraySlice<UInt8>) -> (tag: String, value: Double)? {
        var (tag, number, plugin, tensor): (String?, Double?, String?, ArraySlice<UInt8>?)
        for (field, value) in ProtobufMessage(message) {
            switch (field, value) {
            case (1, .bytes(let text)): tag = String(decoding: text, as: UTF8.self)
            case (2, .fixed32(let bits)): number = Double(Float(bitPattern: bits))
            case (8, .bytes(let message)): tensor = message
            case (9, .bytes(let message)): plugin = Self.plugin(message)
            default: break
            }
        }
        guard let tag, !tag.isEmpty else { return nil }
        if let plugin, names.count < 10_000 { names[tag] = plugin }
        if let number { return (tag, number) }
        guard let tensor, names[tag] ?? "scalars" == "scalars" else { return nil }
        return ScalarTensor.value(tensor).map { (tag, $0) }
    }

    /// The name in a `SummaryMetadata`.
    private static func plugin(_ metadata: ArraySlice<UInt8>) -> String? {
        for case (1, .bytes(let data)) in ProtobufMessage(metadata) {
            for case (1, .bytes(let name)) in ProtobufMessage(data) { return String(decoding: name, as: UTF8.self) }
        }
        return nil
    }
}
