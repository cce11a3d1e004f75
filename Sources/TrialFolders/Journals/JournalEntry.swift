public import Foundation
import Settings
public import Sweeps

/// One line of an attempt's journal.
public enum JournalEntry: Hashable, Sendable {
    /// The first line: the attempt and the place in its journal whose checkpoint this attempt goes on from; attempt 0
    /// where it starts afresh. What earlier attempts measured after that place no longer counts.
    case begun(fromAttempt: Int, journalPosition: Int)
    /// What the attempt is computed with; the second line, where the worker knows it.
    case computed(with: Machine)
    /// One run of values, or single values of several metrics at one step; and when they were written. Lines of older
    /// versions say no time and hold one run each.
    case measured([MeasurementRun], at: Date?)
    /// What was measured before this line, in this attempt and in those that it goes on from, no longer counts so far.
    case withdrawn(Withdrawal)
    /// What the attempt cost its worker; before the last line.
    case used(ResourceUsage)
    /// The last line.
    case ended(AttemptEnd)
}

extension JournalEntry {
    /// The entry as one line of JSON with its line feed.
    ///
    /// Numbers read back to the same bits.
    public var line: String {
        var line = ""
        switch self {
        case .begun(let attempt, let position):
            line = #"{"begun":{"from_attempt":\#(attempt),"journal":\#(position)}}"#
        case .computed(let machine):
            line = #"{"computed_with":{"processor":"#
            JSONText.append(machine.processor, to: &line)
            line += #","kernels":"#
            JSONText.append(machine.kernels, to: &line)
            line += "}}"
        case .measured(let runs, let time):
            line = MeasuredLine.text(of: runs, at: time)
        case .withdrawn(let withdrawal):
            line = "{\"withdrawn\":{"
            if let metric = withdrawal.metric {
                line += "\"metric\":"
                JSONText.append(metric, to: &line)
                line += ","
            }
            line += "\"from_step\":\(withdrawal.firstStep)}}"
        case .used(let usage):
            line = #"{"used":{"peak_memory":\#(usage.peakMemory),"cpu_seconds":\#(usage.processorSeconds)}}"#
        case .ended(let end):
            line = #"{"ended":"\#(end.word)""#
            if case .diverged(let step, let value) = end {
                line += #","step":\#(step)"#
                if let value {
                    line += #","metric":"#
                    JSONText.append(value.metric, to: &line)
                    line += #","epoch":\#(value.epoch)"#
                }
            }
            if let message = end.journalMessage {
                line += #","message":"#
                JSONText.append(message, to: &line)
            }
            line += "}"
        }
        return line + "\n"
    }

    /// What epochs, steps, places, amounts and times may be: up to 18 digits.
    static let counts = 0...999_999_999_999_999_999

    /// Reads a line without its line feed; nil if it is damaged.
    public init?(line: some ContiguousBytes) {
        guard let entry = line.withUnsafeBytes(Self.entry) else { return nil }
        self = entry
    }

    private static func entry(_ line: UnsafeRawBufferPointer) -> JournalEntry? {
        if let measured = MeasurementScanner.measured(in: line) { return measured }
        guard let text = String(validating: line, as: UTF8.self),
            case .mapping(let fields)? = try? SettingValue(json: text)
        else { return nil }
        if let begun = fields["begun"]?.asMapping {
            guard let attempt = begun["from_attempt"]?.count, let position = begun["journal"]?.count else { return nil }
            return .begun(fromAttempt: attempt, journalPosition: position)
        }
        if let machine = fields["computed_with"]?.asMapping {
            guard let processor = machine["processor"]?.text, let kernels = machine["kernels"]?.text else { return nil }
            return .computed(with: Machine(processor: processor, kernels: kernels))
        }
        if let withdrawn = fields["withdrawn"]?.asMapping {
            guard let step = withdrawn["from_step"]?.count else { return nil }
            let metric = withdrawn["metric"]
            guard metric == nil || metric?.text != nil else { return nil }
            return .withdrawn(Withdrawal(metric: metric?.text, firstStep: step))
        }
        if let used = fields["used"]?.asMapping {
            guard let memory = used["peak_memory"]?.count, let seconds = used["cpu_seconds"]?.number,
                (0...1e15).contains(seconds)
            else { return nil }
            return .used(ResourceUsage(peakMemory: memory, processorSeconds: seconds))
        }
        if case .string(let word)? = fields["ended"] {
            var value: AttemptEnd.WildValue?
            if let metric = fields["metric"]?.text, let epoch = fields["epoch"]?.count {
                value = AttemptEnd.WildValue(metric: metric, epoch: epoch)
            }
            return AttemptEnd(
                word: word, step: fields["step"]?.count, value: value, message: fields["message"]?.text
            ).map(Self.ended)
        }
        return MeasuredLine.entry(of: fields)
    }
}

extension SettingValue {
    /// A whole number that can be added to and multiplied a little without care.
    var count: Int? {
        guard case .int(let number) = self, JournalEntry.counts.contains(number) else { return nil }
        return number
    }
}

extension AttemptEnd {
    fileprivate var word: String {
        switch self {
        case .interrupted: "interrupted"
        default: state.rawValue
        }
    }

    fileprivate var journalMessage: String? {
        if case .diverged = self { nil } else { message }
    }

    fileprivate init?(word: String, step: Int?, value: WildValue?, message: String?) {
        switch word {
        case "finished": self = .finished
        case "diverged": self = .diverged(step: step ?? 0, value: value)
        case "failed": self = .failed(message: message ?? "")
        case "timed_out": self = .timedOut
        case "cancelled": self = .cancelled
        case "pruned": self = .pruned
        case "interrupted": self = .interrupted(Interruption(words: message ?? ""))
        default: return nil
        }
    }
}
