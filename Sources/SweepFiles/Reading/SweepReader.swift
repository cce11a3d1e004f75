import Settings
import Sweeps

/// Reads the tree of a sweep file key by key, and gathers everything that is wrong.
struct SweepReader {
    typealias Problem = SweepFileError.Problem

    private(set) var sweep: Sweep
    private(set) var notes: [SweepFile.Note] = []
    private(set) var problems: [Problem] = []
    private(set) var written = WrittenSettings()
    /// Of each top-level key.
    private(set) var keys: [TopLevelKey: YAMLNode.Entry] = [:]
    /// Whether the trials run another program; the file may then be W&B's.
    private var ofProgram = false
    /// As `SweepProgram` has them.
    private var decimals: [String: [DecimalNumbers]] = [:]

    /// - Parameter name: the sweep's name if the file gives none.
    init(_ root: YAMLNode, name: String) {
        sweep = Sweep(name: name)
        guard case .mapping(let entries) = root.content else {
            problems = [
                Problem(
                    position: root.position,
                    message: "A sweep file is a mapping of keys such as 'train' and 'parameters'.")
            ]
            return
        }
        ofProgram = entries.contains { entry in
            TopLevelKey(rawValue: entry.key).map { TopLevelKey.sayingProgram.contains($0) && !entry.value.isNull }
                ?? false
        }
        written.ofProgram = ofProgram
        for entry in entries {
            collect { (reader) throws(Problem) in
                guard let key = TopLevelKey(rawValue: entry.key) else { return try reader.readUnknown(entry) }
                reader.keys[key] = entry
                try reader.read(key, entry)
            }
        }
        if ofProgram { readProgram() }
        checkTogether()
    }

    private mutating func collect(_ read: (inout SweepReader) throws(Problem) -> Void) {
        do throws(Problem) { try read(&self) } catch { problems.append(error) }
    }

    /// W&B warns of keys that it does not know, and goes on.
    private mutating func readUnknown(_ entry: YAMLNode.Entry) throws(Problem) {
        var rule = SettingError.unknown("key", entry.key, among: TopLevelKey.ownNames)
        if ofProgram, !rule.hasSuffix("?") {
            return note(entry.position, "'\(entry.key)' is unknown and has no effect, as in W&B.")
        }
        if case .mapping(let inside) = entry.value.content, inside.contains(where: { $0.key == "parameters" }) {
            rule =
                "no such key; it wraps the sweep, as files do that a script of their own reads; write its content at the "
                + "top level"
        } else if !rule.hasSuffix("?") {
            rule += "; settings of the training belong in 'train' or 'parameters'"
        }
        throw entry.problem(entry.key, rule)
    }

    private mutating func note(_ position: SourcePosition, _ text: String) {
        notes.append(SweepFile.Note(position: position, text: text))
    }

    private mutating func read(_ key: TopLevelKey, _ entry: YAMLNode.Entry) throws(Problem) {
        let node = entry.value
        if node.isNull, key != .parameters {
            if ofProgram, TopLevelKey.mayBeBlank.contains(key) { return }
            throw entry.problem(entry.key, "nothing is written after it; write its value or remove it")
        }
        switch key {
        case .name: try readName(node)
        case .description: sweep.description = try node.text("description")
        case .method: sweep.method = try method(node)
        case .metric:
            var reader = ObjectiveReader(ofProgram: ofProgram)
            defer { notes += reader.notes }
            sweep.objective = try reader.objective(node)
            sweep.target = reader.target
        case .parameters:
            var reader = ParameterReader(ofProgram: ofProgram)
            defer {
                written.settings += reader.written
                problems += reader.problems
                notes += reader.notes
                decimals = reader.decimals
            }
            sweep.searchSpaces = try reader.spaces(node)
        case .train:
            if ofProgram {
                throw entry.problem(
                    "train",
                    "it is for the training core, which this file does not run; write what the program takes as "
                        + "'parameters', or remove 'program' and 'command'")
            }
            try readTrain(node)
        case .seeds: sweep.seeds = try LimitReader.seeds(node)
        case .seed: sweep.searchSeed = try node.wholeNumber("seed", in: 0...Int.max)
        case .condition: sweep.condition = try node.text("where")
        case .labels: sweep.labels = try LabelReader.labels(node)
        case .runCap: sweep.runCap = try node.wholeNumber("run_cap", in: 1...Int.max)
        case .jobs: sweep.limits.jobs = try node.wholeNumber("jobs", in: SweepLimits.possibleJobs)
        case .timeout: sweep.limits.timeout = try LimitReader.time(node, "timeout")
        case .memoryLimit: sweep.limits.memoryLimit = try LimitReader.memory(node, "memory_limit")
        case .retry: sweep.limits.retries = try node.wholeNumber("retry", in: 0...LimitReader.mostRetries)
        case .maxFailed: sweep.limits.maxFailed = try node.wholeNumber("max_failed", in: 1...Int.max)
        case .earlyTermination:
            var reader = EarlyTerminationReader()
            defer { notes += reader.notes }
            sweep.earlyTermination = try reader.rule(entry)
        case .metrics where !ofProgram && node.value.asMapping == nil:
            throw entry.problem(entry.key, "a sweep has one objective; write it as 'metric'")
        case _ where TopLevelKey.ofPrograms.contains(key):
            if !ofProgram {
                throw entry.problem(entry.key, "it belongs to 'program' or 'command', which the file lacks")
            }
        default:
            switch ForeignKey.verdict(of: key, node, ofProgram: ofProgram) {
            case .accepted: break
            case .ignored(let text): note(entry.position, text + ".")
            case .refused(let rule): throw entry.problem(entry.key, rule)
            }
        }
    }

    /// What this version cannot search by is refused when the sweep is planned, where another method may be chosen.
    private func method(_ node: YAMLNode) throws(Problem) -> Sweep.Method {
        if node.value == .string("custom") {
            throw node.problem("method", "this program cannot run another's search; there are: grid, random")
        }
        if let method = node.value.text.flatMap(Sweep.Method.init) { return method }
        let known = [Sweep.Method.grid, .random].map(\.rawValue)
        throw node.problem("method", SettingError.unknown("choice", node.value.description, among: known))
    }

    /// Free text is the label of a sweep of another program.
    private mutating func readName(_ node: YAMLNode) throws(Problem) {
        guard ofProgram, case .scalar(let scalar) = node.content, !SweepName.isAllowed(scalar.text) else {
            sweep.name = try SweepName.check(node)
            return
        }
        guard scalar.text.contains(where: { !$0.isWhitespace }) else { throw node.problem("name", SweepName.rule) }
        sweep.label = scalar.text
        guard let name = SweepName.folded(scalar.text) else {
            return note(
                node.position, "'name' has nothing that a folder can be named by; it is the file's name instead.")
        }
        sweep.name = name
        note(node.position, "'name' is free text, taken as the label; the sweep's folder and name are '\(name)'.")
    }

    private mutating func readProgram() {
        let reader = ProgramReader(keys)
        problems += reader.problems
        var program = reader.program
        program.decimals = decimals
        sweep.program = program
        // A file's name is no more bound to the rule than a name inside.
        if !SweepName.isAllowed(sweep.name) {
            sweep.label = sweep.label ?? sweep.name
            sweep.name = SweepName.folded(sweep.name) ?? "sweep"
        }
    }

    private mutating func readTrain(_ node: YAMLNode) throws(Problem) {
        var settings: [WrittenSetting] = []
        for entry in try node.entries("train", of: "settings") {
            collect { (reader) throws(Problem) in
                try SettingName.check(entry, path: entry.key)
                settings.append(
                    WrittenSetting(
                        path: entry.key, scope: .train, position: entry.position,
                        places: [WrittenSetting.Place(entry.value)]))
            }
        }
        written.settings += settings
        // The shorter path first, since setting `optimizer` would undo an earlier `optimizer.betas`.
        let byLength = settings.enumerated().sorted {
            ($0.element.path.count { $0 == "." }, $0.offset) < ($1.element.path.count { $0 == "." }, $1.offset)
        }
        for (_, setting) in byLength {
            for place in setting.places { sweep.fixedSettings.set(setting.path, place.value ?? .null) }
        }
    }

    // MARK: What depends on several keys

    private mutating func checkTogether() {
        let sound = problems.isEmpty
        problems += written.contradictions(spaces: sweep.searchSpaces.count)
        if ofProgram { checkProgram() }
        if let condition = keys[.condition], sweep.condition != nil {
            collect { (reader) throws(Problem) in
                try ConditionReader.check(condition.value, names: sound ? reader.written.names : nil)
            }
        }
        if let labels = keys[.labels], !sweep.labels.isEmpty {
            problems += LabelReader.problems(in: labels.value, names: sound ? written.names : nil)
        }
        noteOddities()
        problems.sort { ($0.position ?? .start) < ($1.position ?? .start) }
        notes.sort { ($0.position ?? .start) < ($1.position ?? .start) }
    }

    /// What W&B's schema requires, and what could not be told apart otherwise.
    private mutating func checkProgram() {
        if keys[.method] == nil {
            problems.append(
                Problem(
                    position: nil,
                    message: "'method' is missing, which other programs' files need; write 'method: grid'."))
        }
        let method = sweep.method
        if keys[.metric] == nil, method == .bayes, let entry = keys[.method] {
            problems.append(
                entry.value.problem(
                    "method", "it needs a 'metric' with the name of what the program reports and a goal"))
        }
        if keys[.metric] == nil, let entry = keys[.earlyTermination] {
            problems.append(
                entry.problem("early_terminate", "it needs a 'metric', by which trials would be compared"))
        }
        if let seed = sweep.program?.seedName, written.settings.contains(where: { $0.path == seed }),
            let entry = keys[.seedName] ?? keys[.seeds]
        {
            problems.append(
                entry.problem(
                    entry.key,
                    "the seed would go by the name '\(seed)', which is a parameter too; give it another with 'seed_as'")
            )
        }
    }

    /// Values that may not be what was meant: W&B reads `yes` as true, where YAML 1.2 has text, which `(128, 64)` is for
    /// both.
    private mutating func noteOddities() {
        var noted: Set<SourcePosition> = []
        var nodes = written.settings.flatMap { setting in
            setting.places.compactMap(\.node).filter { _ in !YAMLNode.namesColumns(setting.path) }
        }
        while let node = nodes.popLast() {
            switch node.content {
            case .list(let elements): nodes += elements
            case .mapping(let entries):
                nodes += entries.filter { !YAMLNode.namesColumns("data.\($0.key)") }.map(\.value)
            case .scalar(let scalar):
                guard let text = oddity(scalar), noted.insert(node.position).inserted else { continue }
                note(node.position, text)
            }
        }
    }

    private func oddity(_ scalar: YAMLNode.Scalar) -> String? {
        guard scalar.isPlain else { return nil }
        if scalar.text.hasPrefix("("), scalar.text.contains(where: \.isNumber) {
            return "'\(scalar.text)' is text: YAML has no tuples; write a list, as [128, 64], if that is meant."
        }
        if ofProgram {
            guard case .int(let number) = scalar.value, PythonSchema.isUnusual(scalar.text) else { return nil }
            return "'\(scalar.text)' is the number \(number), as in W&B; put it in quotation marks if text is meant."
        }
        guard CoreSchema.looksLikeBoolean(scalar.text) else { return nil }
        return "'\(scalar.text)' is text in YAML 1.2; write true or false if that is meant."
    }
}
