import Settings
import Sweeps

/// Reads `parameters`: what varies, in the short forms and in those of W&B's sweep files.
struct ParameterReader {
    typealias Problem = SweepFileError.Problem

    private(set) var written: [WrittenSetting] = []
    private(set) var problems: [Problem] = []
    private(set) var notes: [SweepFile.Note] = []
    /// As `SweepProgram` has them.
    private(set) var decimals: [String: [DecimalNumbers]] = [:]
    private let ofProgram: Bool

    /// - Parameter ofProgram: whether they are another program's, which may have any name.
    init(ofProgram: Bool) {
        self.ofProgram = ofProgram
    }

    /// Where a search space stands.
    private struct Context {
        /// Of the names of its parameters: empty, or the enclosing groups' with a dot.
        var prefix = ""
        var space: Int
        var choices: [WrittenSetting.Choice] = []
    }

    /// The search spaces of a mapping, or of a list of mappings; one without parameters where nothing is written.
    mutating func spaces(_ node: YAMLNode) throws(Problem) -> [SearchSpace] {
        guard case .list(let elements) = node.content, !elements.isEmpty else {
            if case .list = node.content { return [SearchSpace()] }
            return [space(try node.entries("parameters", of: "parameters"), Context(space: 0))]
        }
        var spaces: [SearchSpace] = []
        for (index, element) in elements.enumerated() {
            let entries = try element.entries("parameters[\(index)]", of: "parameters")
            spaces.append(space(entries, Context(space: index)))
        }
        return spaces
    }

    private mutating func space(_ entries: [YAMLNode.Entry], _ context: Context) -> SearchSpace {
        var parameters: [SearchSpace.Parameter] = []
        for entry in entries {
            let path = context.prefix + entry.key
            do throws(Problem) {
                try checkName(entry, path)
                let domain =
                    if case .mapping(let form) = entry.value.content {
                        try self.domain(entry, form, path, context)
                    } else {
                        try shortDomain(entry, path, context)
                    }
                parameters.append(SearchSpace.Parameter(name: entry.key, domain: domain))
            } catch {
                problems.append(error)
            }
        }
        return SearchSpace(parameters)
    }

    private mutating func checkName(_ entry: YAMLNode.Entry, _ path: String) throws(Problem) {
        guard ofProgram else { return try SettingName.check(entry, path: path) }
        if entry.key.isEmpty { throw entry.problem(path, "a parameter needs a name") }
        if !SettingName.isUsual(entry.key) {
            note(
                entry.position,
                "'\(entry.key)' is taken as it is; W&B allows letters, digits, '_', '-' and '.' in a parameter's name.")
        }
    }

    private mutating func note(_ position: SourcePosition, _ text: String) {
        notes.append(SweepFile.Note(position: position, text: text))
    }

    /// A list of values, or a constant.
    private mutating func shortDomain(
        _ entry: YAMLNode.Entry, _ path: String, _ context: Context
    ) throws(Problem) -> ParameterDomain {
        guard case .list(let elements) = entry.value.content else {
            if entry.value.isNull {
                throw entry.problem(path, "it has no values; for the value null itself write {value: null}")
            }
            write(entry, path, context, [WrittenSetting.Place(entry.value)])
            noteDecimals(of: [entry.value], path)
            return .constant(entry.value.value)
        }
        if elements.isEmpty {
            throw entry.value.problem(
                path, "a parameter needs at least one value; for the value [] itself write [[]]")
        }
        write(entry, path, context, elements.map { WrittenSetting.Place($0) })
        noteDecimals(of: elements, path)
        return .values(elements.map(\.value))
    }

    /// A mapping in W&B's form, a nested group, or choices.
    private mutating func domain(
        _ entry: YAMLNode.Entry, _ entries: [YAMLNode.Entry], _ path: String, _ context: Context
    ) throws(Problem) -> ParameterDomain {
        var form = ParameterForm(entry, entries, path: path)
        if let nested = form.take("parameters") {
            try form.finish("a group of nested parameters")
            var context = context
            context.prefix = "\(path)."
            return .group(space(try nested.value.entries("\(path).parameters", of: "parameters"), context))
        }
        if let nested = form.take("choices") {
            try form.finish("a parameter with choices")
            return try choices(entry, nested.value, path, context)
        }
        defer { notes += form.notes }
        let (domain, values) = try form.read()
        let drawn = WrittenSetting.Place(value: nil, position: entry.value.position, node: nil)
        write(entry, path, context, values.isEmpty ? [drawn] : values.map { WrittenSetting.Place($0) })
        noteDecimals(of: values, path)
        if form.drawsDecimals, ofProgram { decimals[path] = [.all] }
        return domain
    }

    /// The parameters that come with a choice are named as those beside it, not below it.
    private mutating func choices(
        _ entry: YAMLNode.Entry, _ node: YAMLNode, _ path: String, _ context: Context
    ) throws(Problem) -> ParameterDomain {
        let entries = try node.entries("\(path).choices", of: "choices, each with its own parameters")
        if entries.isEmpty { throw node.problem("\(path).choices", "there must be at least one choice") }
        write(
            entry, path, context,
            entries.map { WrittenSetting.Place(value: .string($0.key), position: $0.position, node: nil) })
        var choices: [ParameterDomain.Choice] = []
        for choice in entries {
            let nested = try choice.value.entries("\(path).choices.\(choice.key)", of: "parameters")
            var context = context
            context.choices.append(WrittenSetting.Choice(path: path, name: choice.key))
            choices.append(ParameterDomain.Choice(name: choice.key, subspace: space(nested, context)))
        }
        return .choices(choices)
    }

    private mutating func noteDecimals(of values: [YAMLNode], _ path: String) {
        guard ofProgram else { return }
        for node in values {
            // Of equal values the first counts, however it is written.
            let value = node.value
            guard decimals[path]?.contains(where: { $0.value == value }) != true else { continue }
            decimals[path, default: []].append(DecimalNumbers(value: value, places: node.decimalPlaces))
        }
        if decimals[path]?.contains(where: { $0.places.contains(true) }) != true { decimals[path] = nil }
    }

    private mutating func write(
        _ entry: YAMLNode.Entry, _ path: String, _ context: Context, _ places: [WrittenSetting.Place]
    ) {
        written.append(
            WrittenSetting(
                path: path, scope: .parameter(space: context.space, choices: context.choices),
                position: entry.position, places: places))
    }
}
