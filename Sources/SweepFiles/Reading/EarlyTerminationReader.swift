import Settings
import Sweeps

/// Reads `early_terminate` in W&B's forms.
struct EarlyTerminationReader {
    typealias Problem = SweepFileError.Problem

    private(set) var notes: [SweepFile.Note] = []

    private enum Key: String, CaseIterable {
        case type, eta, strict, s
        case least = "min_iter"
        case most = "max_iter"
    }

    private static let path = "early_terminate"

    mutating func rule(_ entry: YAMLNode.Entry) throws(Problem) -> EarlyTermination {
        let node = entry.value
        var written: [Key: YAMLNode] = [:]
        for part in try node.entries(Self.path, of: "'type' and its options") {
            if let key = Key(rawValue: part.key) {
                written[key] = part.value
                continue
            }
            let rule = SettingError.unknown("key", part.key, among: Key.names)
            if rule.hasSuffix("?") { throw part.problem("\(Self.path).\(part.key)", rule) }
            note(part.position, "'\(Self.path).\(part.key)' is unknown and has no effect, as in W&B.")
        }
        guard let type = written[.type] else {
            throw entry.problem(Self.path, "it needs 'type'; there is: hyperband")
        }
        guard type.value == .string("hyperband") else {
            throw type.problem("\(Self.path).type", "no such rule; this version knows: hyperband")
        }
        let hyperband = try hyperband(entry, written)
        note(entry.position, "'\(Self.path)' has no effect yet; \(Self.words(of: hyperband.counts)).")
        return .hyperband(hyperband)
    }

    private mutating func hyperband(
        _ entry: YAMLNode.Entry, _ written: [Key: YAMLNode]
    ) throws(Problem) -> EarlyTermination.Hyperband {
        func path(_ key: Key) -> String { "\(Self.path).\(key.rawValue)" }
        var (eta, isStrict) = (3.0, true)
        if let node = written[.eta] {
            guard let number = node.value.number, number > 1, number.isFinite else {
                throw node.problem(path(.eta), "it must be a number above 1")
            }
            eta = number
        }
        if let node = written[.strict] {
            guard case .bool(let value) = node.value else {
                throw node.problem(path(.strict), "it must be true or false")
            }
            isStrict = value
        }
        let least = try written[.least]?.wholeNumber(path(.least), in: 1...Int.max)
        guard let mostNode = written[.most] else {
            guard let least else { throw entry.problem(Self.path, "it needs 'min_iter', or 'max_iter' and 's'") }
            if let node = written[.s] { note(node.position, "'\(path(.s))' has no meaning beside 'min_iter'.") }
            return EarlyTermination.Hyperband(bands: .from(least), eta: eta, isStrict: isStrict)
        }
        let largest = try mostNode.wholeNumber(path(.most), in: 1...Int.max)
        guard let s = written[.s] else { throw entry.problem(Self.path, "'max_iter' needs 's', the number of bands") }
        let most = try s.wholeNumber(path(.s), in: 1...100)
        if let node = written[.least] { note(node.position, "'max_iter' wins over '\(path(.least))', as in W&B.") }
        let hyperband = EarlyTermination.Hyperband(bands: .below(largest, most: most), eta: eta, isStrict: isStrict)
        if hyperband.counts.isEmpty {
            throw mostNode.problem(
                path(.most),
                "with eta \(SettingValue.number(eta)) it leaves no band; make it at least \(Self.whole(eta))")
        }
        return hyperband
    }

    private static func whole(_ eta: Double) -> String { SettingValue.number(eta.rounded(.up)).description }

    /// `trials would be compared after 3, 9, 27, 81, … measurements`
    private static func words(of counts: [Int]) -> String {
        let shown = counts.prefix(4).map(String.init)
        let list = counts.count > 4 ? shown.joined(separator: ", ") + ", …" : Phrases.list(shown)
        return "trials would be compared after \(list) measurements"
    }

    private mutating func note(_ position: SourcePosition, _ text: String) {
        notes.append(SweepFile.Note(position: position, text: text))
    }
}
