public import Foundation
import Settings
public import Sweeps

/// One line of an attempt's journal.
public enum JournalEntry: Hashable, Sendable {
    /// The first line: the attempt and the place in its journal whose checkpoint this attempt goes on from; attempt 0
    /// where it starts afresh. What earlier attempts measured after that place no longer counts.
    case begun(fromAttempt: Int, journalPosition: Int)
    case measured(MeasurementRun)
    /// The last line.
    case ended(AttemptEnd)
}

extension JournalEntry {
    /// The entry as one line of JSON with its line feed.
    ///
    /// Numbers have the fewest digits that read back to the same bits; those that JSON cannot say are the strings
    /// `"nan"`, `"inf"` and `"-inf"`.
    public var line: String {
        var line = ""
        switch self {
        case .begun(let attempt, let position):
            line = #"{"begun":{"from_attempt":\#(attempt),"journal":\#(position)}}"#
        case .measured(let run):
            line = #"{"metric":"#
            JSONText.append(run.metric, to: &line)
            line += #","epoch":\#(run.epoch),"step":\#(run.firstStep),"values":["#
            for (index, value) in run.values.enumerated() {
                if index > 0 { line += "," }
                line += value.isFinite ? value.description : "\"\(value.isNaN ? "nan" : value.description)\""
            }
            line += "]}"
        case .ended(let end):
            line = #"{"ended":"\#(end.word)""#
            if case .diverged(let step) = end { line += #","step":\#(step)"# }
            if let message = end.journalMessage {
                line += #","message":"#
                JSONText.append(message, to: &line)
            }
            line += "}"
        }
        return line + "\n"
    }

    /// Reads a line without its line feed; nil if it is damaged.
    public init?(line: Data) {
        guard let fields = try? JSONDecoder().decode(JournalFields.self, from: line) else { return nil }
        if let begun = fields.begun {
            self = .begun(fromAttempt: begun.from_attempt, journalPosition: begun.journal)
        } else if let word = fields.ended {
            guard let end = AttemptEnd(word: word, step: fields.step, message: fields.message) else { return nil }
            self = .ended(end)
        } else if let metric = fields.metric, let epoch = fields.epoch, let step = fields.step,
            let values = fields.values
        {
            let run = MeasurementRun(metric: metric, epoch: epoch, firstStep: step, values: values.map(\.value))
            self = .measured(run)
        } else {
            return nil
        }
    }
}

/// What any line may hold.
private struct JournalFields: Decodable {
    struct Begun: Decodable {
        var from_attempt: Int
        var journal: Int
    }

    var begun: Begun?
    var metric: String?
    var epoch: Int?
    var step: Int?
    var values: [JournalNumber]?
    var ended: String?
    var message: String?
}

private struct JournalNumber: Decodable {
    let value: Double

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            value = number
            return
        }
        let text = try container.decode(String.self)
        guard let number = ["nan": Double.nan, "inf": .infinity, "-inf": -.infinity][text] else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no number")
        }
        value = number
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

    fileprivate init?(word: String, step: Int?, message: String?) {
        switch word {
        case "finished": self = .finished
        case "diverged": self = .diverged(step: step ?? 0)
        case "failed": self = .failed(message: message ?? "")
        case "timed_out": self = .timedOut
        case "cancelled": self = .cancelled
        case "pruned": self = .pruned
        case "interrupted": self = .interrupted(reason: message ?? "")
        default: return nil
        }
    }
}
