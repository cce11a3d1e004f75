import Foundation
import Settings
import Sweeps

/// Reads one parameter in a form of W&B's sweep files: a constant, values, or a distribution.
///
/// Without `distribution` the form is told by its keys, as W&B does: `min` and `max` that are both written as whole
/// numbers mean `int_uniform`, else `uniform`.
struct ParameterForm {
    typealias Problem = SweepFileError.Problem

    let path: String
    private let entry: YAMLNode.Entry
    private let entries: [YAMLNode.Entry]
    private var taken: Set<String> = []
    private(set) var notes: [SweepFile.Note] = []
    /// Whether whole numbers among the values that are drawn are decimals: draws of `uniform` are, but for whole `q`.
    private(set) var drawsDecimals = false

    init(_ entry: YAMLNode.Entry, _ entries: [YAMLNode.Entry], path: String) {
        self.entry = entry
        self.entries = entries
        self.path = path
    }

    mutating func take(_ key: String) -> YAMLNode.Entry? {
        taken.insert(key)
        return entries.first { $0.key == key }
    }

    /// Refuses keys that nobody took.
    func finish(_ form: String) throws(Problem) {
        try checkKeys()
        guard let other = entries.first(where: { !taken.contains($0.key) }) else { return }
        throw other.problem("\(path).\(other.key)", "it does not belong to \(form)")
    }

    /// Refuses keys that no form has.
    private func checkKeys() throws(Problem) {
        guard let other = entries.first(where: { !Self.keys.contains($0.key) }) else { return }
        var rule = SettingError.unknown("key of a parameter", other.key, among: Self.keys)
        if !rule.hasSuffix("?") { rule += "; to try mappings as values, write a list of them: [{…}]" }
        throw other.problem("\(path).\(other.key)", rule)
    }

    private static let keys = [
        "value", "values", "probabilities", "distribution", "min", "max", "step", "q", "mu", "sigma", "a", "b",
        "parameters", "choices",
    ]

    /// The domain, and the nodes of the values that are written out.
    mutating func read() throws(Problem) -> (domain: ParameterDomain, values: [YAMLNode]) {
        let kind: DistributionKind
        if let written = take("distribution") {
            guard let known = written.value.value.text.flatMap(DistributionKind.init) else {
                let rule = SettingError.unknown(
                    "distribution", written.value.value.description, among: DistributionKind.names)
                throw written.value.problem("\(path).distribution", rule)
            }
            kind = known
        } else {
            kind = try inferredKind()
        }
        let form = taken.contains("distribution") && has("distribution") ? "distribution \(kind.rawValue)" : kind.words
        switch kind {
        case .constant:
            let value = try needed("value", form)
            try finish(form)
            return (.constant(value.value), [value])
        case .categorical, .weighted:
            return try values(weighted: kind == .weighted, form)
        default:
            let domain = try drawn(kind, form)
            try finish(form)
            return (domain, [])
        }
    }

    private func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    private mutating func inferredKind() throws(Problem) -> DistributionKind {
        if has("value") { return .constant }
        if has("values") { return has("probabilities") ? .weighted : .categorical }
        if has("min") || has("max") {
            let bounds = [take("min"), take("max")]
            guard bounds.allSatisfy({ $0.map { Self.isWholeNumber($0.value) } ?? true }) else { return .uniform }
            if !has("step"), bounds.map({ $0?.value.value }) == [.int(0), .int(1)] {
                note(
                    "'\(path)' between 0 and 1 is the whole numbers 0 and 1, as in W&B; write 0.0 for what lies between."
                )
            }
            return .wholeNumbers
        }
        if has("mu") || has("sigma") || has("a") || has("b") || has("q") {
            throw entry.problem(
                path, "it needs a distribution; there are: \(DistributionKind.names.joined(separator: ", "))")
        }
        if entries.isEmpty { throw entry.problem(path, "it has no values; write a list of them") }
        try checkKeys()
        throw entry.problem(path, "it needs 'value', 'values', 'min' and 'max', 'parameters' or 'choices'")
    }

    /// W&B tells `1` from `1.0` here.
    private static func isWholeNumber(_ node: YAMLNode) -> Bool {
        guard case .scalar(let scalar) = node.content, case .int = scalar.value else { return false }
        return !scalar.isDecimal
    }

    private mutating func needed(_ key: String, _ form: String) throws(Problem) -> YAMLNode {
        if let entry = take(key) { return entry.value }
        throw entry.problem(path, "\(form) needs '\(key)'")
    }

    // MARK: Written values

    private mutating func values(
        weighted: Bool, _ form: String
    ) throws(Problem) -> (domain: ParameterDomain, values: [YAMLNode]) {
        let node = try needed("values", form)
        let values = try node.list("\(path).values", of: "values")
        if values.isEmpty { throw node.problem("\(path).values", "there must be at least one value") }
        guard weighted else {
            try finish(form)
            return (.values(values.map(\.value)), values)
        }
        let list = try needed("probabilities", form)
        let name = "\(path).probabilities"
        try finish(form)
        var probabilities: [Double] = []
        for (index, element) in try list.list(name, of: "numbers").enumerated() {
            probabilities.append(try element.number("\(name)[\(index)]", .notNegative))
        }
        if probabilities.count != values.count {
            throw list.problem(name, "there must be \(values.count), one for each of 'values'")
        }
        let sum = probabilities.reduce(0, +)
        // W&B's tolerance, and rounding.
        if abs(sum - 1) > 1.0001e-5 { throw list.problem(name, "they must sum to 1; their sum is \(sum)") }
        return (.weightedValues(values.map(\.value), probabilities: probabilities.map { $0 / sum }), values)
    }

    // MARK: Distributions

    private mutating func drawn(_ kind: DistributionKind, _ form: String) throws(Problem) -> ParameterDomain {
        if has("step"), kind == .wholeNumbers || kind == .uniform { return try stepped(form) }
        if kind == .wholeNumbers {
            let (low, high) = (try needed("min", form), try needed("max", form))
            let min = try low.wholeNumber("\(path).min", in: Int.min...Int.max)
            let max = try high.wholeNumber("\(path).max", in: Int.min...Int.max)
            guard min < max else { throw high.problem("\(path).max", "it must be above 'min', \(min)") }
            return .integers(min: min, max: max)
        }
        let distribution =
            switch kind.family {
            case .normal, .logNormal: try normal(isLog: kind.family == .logNormal)
            case .beta:
                ParameterDomain.Distribution.beta(
                    a: try number("a", default: 1, .positive), b: try number("b", default: 1, .positive))
            default: try between(kind, form)
            }
        let quantum = kind.isQuantized ? try number("q", default: 1, .positive) : nil
        drawsDecimals =
            !kind.isQuantized || (entries.first { $0.key == "q" }.map { !Self.isWholeNumber($0.value) } ?? false)
        return .continuous(distribution, quantum: quantum)
    }

    private mutating func number(
        _ key: String, default fallback: Double, _ rule: NumberRule
    ) throws(Problem) -> Double {
        try take(key)?.value.number("\(path).\(key)", rule) ?? fallback
    }

    private mutating func normal(isLog: Bool) throws(Problem) -> ParameterDomain.Distribution {
        let mean = try number("mu", default: 0, .any)
        let deviation = try number("sigma", default: 1, .notNegative)
        return isLog ? .logNormal(mean: mean, deviation: deviation) : .normal(mean: mean, deviation: deviation)
    }

    private mutating func between(
        _ kind: DistributionKind, _ form: String
    ) throws(Problem) -> ParameterDomain.Distribution {
        let (low, high) = (try needed("min", form), try needed("max", form))
        let rule: NumberRule =
            switch kind.bounds {
            case .values: kind.family == .uniform ? .any : .positive
            // e^±700 is still an ordinary number.
            case .exponents: .between(-700, and: 700)
            }
        let min = try low.number("\(path).min", rule)
        let max = try high.number("\(path).max", rule)
        guard min < max else {
            throw high.problem("\(path).max", "it must be above 'min', \(SettingValue.number(min))")
        }
        if kind.bounds == .exponents, (min > 0 && max <= 1) || max > 20 {
            let values = [min, max].map { SettingValue.number(exp($0)).words() }
            note(
                "'\(path)' is drawn between \(values[0]) and \(values[1]): the bounds of \(kind.rawValue) are exponents of "
                    + "e, as in W&B; \(kind.rawValue)_values takes the values themselves.")
        }
        return kind.distribution(min: min, max: max)
    }

    /// `min`, `min` + `step`, … up to `max`.
    private mutating func stepped(_ form: String) throws(Problem) -> ParameterDomain {
        let nodes = (try needed("min", form), try needed("max", form), try needed("step", form))
        let min = try nodes.0.number("\(path).min")
        let max = try nodes.1.number("\(path).max")
        _ = try nodes.2.number("\(path).step", .positive)
        guard min < max else {
            throw nodes.1.problem("\(path).max", "it must be above 'min', \(SettingValue.number(min))")
        }
        guard let values = SteppedRange.values(from: nodes.0.value, to: nodes.1.value, by: nodes.2.value) else {
            throw nodes.2.problem("\(path).step", "it leads to more than \(SteppedRange.most) values; make it larger")
        }
        drawsDecimals = ![nodes.0, nodes.2].allSatisfy(Self.isWholeNumber)
        return .values(values)
    }

    private mutating func note(_ text: String) {
        notes.append(SweepFile.Note(position: entry.position, text: text))
    }
}
