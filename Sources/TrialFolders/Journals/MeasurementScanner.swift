import Foundation
import Settings
import Sweeps

/// Reads measurement lines in the forms in which `JournalEntry.line` writes them, without a tree of JSON in between.
///
/// A trial may measure a value at each step, so the scheduler reads hundreds of thousands a second; any other line is
/// left to a reader of any JSON. The bytes must outlive the scanner.
struct MeasurementScanner {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    private init(_ line: UnsafeRawBufferPointer) {
        bytes = line
    }

    /// What the line says; nil if it is not wholly in one of those forms.
    static func measured(in line: UnsafeRawBufferPointer) -> JournalEntry? {
        var scanner = MeasurementScanner(line)
        guard let entry = scanner.take(#"{"at":"#) ? scanner.measured() : scanner.oldRun(),
            scanner.position == line.count
        else { return nil }
        return entry
    }

    /// What follows `{"at":`.
    private mutating func measured() -> JournalEntry? {
        guard let at = whole(), take(#","step":"#), let step = whole() else { return nil }
        var epoch: Int?
        if take(#","epoch":"#) {
            guard let count = whole() else { return nil }
            epoch = count
        }
        let time = Date(milliseconds: at)
        if take(#","values":{"#) {
            var runs: [MeasurementRun] = []
            while take("\""), let metric = name(), take(":"), let value = value() {
                runs.append(MeasurementRun(metric: metric, epoch: epoch, step: step, value: value))
                if take("}}") { return .measured(runs, at: time) }
                guard take(",") else { return nil }
            }
            return nil
        }
        guard take(#","metric":""#), let metric = name(), let values = packedValues() else { return nil }
        return .measured([MeasurementRun(metric: metric, epoch: epoch, firstStep: step, values: values)], at: time)
    }

    private mutating func packedValues() -> [Double]? {
        let width: PackedValues.Width
        if take(#","float32":""#) {
            width = .single
        } else if take(#","float64":""#) {
            width = .double
        } else {
            return nil
        }
        let start = position
        while let byte = next, byte != UInt8(ascii: "\"") { position += 1 }
        let text = Data(UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
        guard take(#""}"#), let packed = Data(base64Encoded: text) else { return nil }
        return PackedValues(width: width, bytes: packed)?.values
    }

    /// A run as older versions wrote it.
    private mutating func oldRun() -> JournalEntry? {
        guard take(#"{"metric":""#), let metric = name(), take(#","epoch":"#), let epoch = whole(),
            take(#","step":"#), let step = whole(), take(#","values":["#), let values = values(), take("}")
        else { return nil }
        return .measured([MeasurementRun(metric: metric, epoch: epoch, firstStep: step, values: values)], at: nil)
    }

    /// The rest of a text and its closing quotation mark.
    private mutating func name() -> String? {
        let start = position
        var isPlain = true
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte < 0x20 { return nil }
            if byte == UInt8(ascii: "\\") {
                isPlain = false
                position += 1
            }
            position += 1
        }
        guard next != nil, let text = String(validating: bytes[start..<position], as: UTF8.self) else { return nil }
        position += 1
        return isPlain ? text : (try? SettingValue(json: "\"\(text)\""))?.text
    }

    /// A whole number of up to 18 digits, as `JournalEntry.counts` allows.
    private mutating func whole() -> Int? {
        let start = position
        var number = 0
        while let digit, position - start < 18 {
            number = number * 10 + digit
            position += 1
        }
        let hasNeedlessZero = position - start > 1 && bytes[start] == UInt8(ascii: "0")
        return position > start && digit == nil && !hasNeedlessZero ? number : nil
    }

    /// The rest of a list of numbers and its closing bracket.
    private mutating func values() -> [Double]? {
        if take("]") { return [] }
        var values: [Double] = []
        while let value = value() {
            values.append(value)
            if take("]") { return values }
            guard take(",") else { return nil }
        }
        return nil
    }

    /// A number, or what JSON cannot say as one.
    private mutating func value() -> Double? { next == UInt8(ascii: "\"") ? word() : number() }

    /// What JSON cannot say.
    private mutating func word() -> Double? {
        if take(#""nan""#) { return .nan }
        if take(#""inf""#) { return .infinity }
        return take(#""-inf""#) ? -.infinity : nil
    }

    /// A number by JSON's grammar, rounded correctly.
    private mutating func number() -> Double? {
        let start = position
        _ = take("-")
        let hasLeadingZero = next == UInt8(ascii: "0")
        guard let count = skipDigits(), !(hasLeadingZero && count > 1) else { return nil }
        if take("."), skipDigits() == nil { return nil }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            if skipDigits() == nil { return nil }
        }
        // The C library reads on to the first byte that is no part of a number, so one must follow in the line.
        guard position < bytes.count, let base = bytes.baseAddress else { return nil }
        var end: UnsafeMutablePointer<CChar>?
        let value = strtod((base + start).assumingMemoryBound(to: CChar.self), &end)
        // Under a locale with a decimal comma it stops early, and the line goes to the other reader.
        guard let end, UnsafeRawPointer(end) == base + position, value.isFinite else { return nil }
        return value
    }

    private mutating func skipDigits() -> Int? {
        let start = position
        while digit != nil { position += 1 }
        return position > start ? position - start : nil
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var digit: Int? {
        guard let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) else { return nil }
        return Int(next - UInt8(ascii: "0"))
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - position >= count, let base = bytes.baseAddress,
            memcmp(base + position, text.utf8Start, count) == 0
        else { return false }
        position += count
        return true
    }
}
