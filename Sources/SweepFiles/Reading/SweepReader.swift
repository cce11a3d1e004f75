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
        for entry in entries {
            collect { (reader) throws(Problem) in
                guard let key = TopLevelKey(rawValue: entry.key) else { throw Self.unknown(entry) }
                reader.keys[key] = entry
                try reader.read(key, entry)
            }
        }
        checkTogether()
    }

    private mutating func collect(_ read: (inout SweepReader) throws(Problem) -> Void) {
        do throws(Problem) { try read(&self) } catch { problems.append(error) }
    }

    private static func unknown(_ entry: YAMLNode.Entry) -> Problem {
        let own = TopLevelKey.names.prefix { $0 != TopLevelKey.metrics.rawValue }
        var rule = SettingError.unknown("key", entry.key, among: own)
        if !rule.hasSuffix("?") { rule += "; settings of the training belong in 'train' or 'parameters'" }
        return entry.problem(entry.key, rule)
    }

    private mutating func read(_ key: TopLevelKey, _ entry: YAMLNode.Entry) throws(Problem) {
        let node = entry.value
        if node.isNull, key != .parameters {
            throw entry.problem(entry.key, "nothing is written after it; write its value or remove it")
        }
        switch key {
        case .name: sweep.name = try SweepName.check(node)
        case .description: sweep.description = try node.text("description")
        case .method: sweep.method = try method(node)
        case .metric:
            var reader = ObjectiveReader()
            defer { notes += reader.notes }
            sweep.objective = try reader.objective(node)
        case .parameters:
            var reader = ParameterReader()
            defer {
                written.settings += reader.written
                problems += reader.problems
            }
            sweep.searchSpaces = try reader.spaces(node)
        case .train: try readTrain(node)
        case .seeds: sweep.seeds = try LimitReader.seeds(node)
        case .seed: sweep.searchSeed = try node.wholeNumber("seed", in: 0...Int.max)
        case .condition: sweep.condition = try node.text("where")
        case .labels: sweep.labels = try LabelReader.labels(node)
        case .runCap: sweep.runCap = try node.wholeNumber("run_cap", in: 1...Int.max)
        case .jobs: sweep.limits.jobs = try node.wholeNumber("jobs", in: SweepLimits.possibleJobs)
        case .timeout: sweep.limits.timeout = try LimitReader.timeout(node)
        case .memoryLimit: sweep.limits.memoryLimit = try LimitReader.memory(node)
        case .retry: sweep.limits.retries = try node.wholeNumber("retry", in: 0...LimitReader.mostRetries)
        case .maxFailed: sweep.limits.maxFailed = try node.wholeNumber("max_failed", in: 1...Int.max)
        default:
            switch ForeignKey.verdict(of: key, node) {
            case .accepted: break
            case .ignored(let note): notes.append(SweepFile.Note(position: entry.position, text: note + "."))
            case .refused(let rule): throw entry.problem(entry.key, rule)
            }
        }
    }

    private func method(_ node: YAMLNode) throws(Problem) -> Sweep.Method {
        if node.value == .string("custom") {
            throw node.problem("method", "this program cannot run another's search; there are: grid, random")
        }
        switch node.value.text.flatMap(Sweep.Method.init) {
        case .grid?: return .grid
        case .random?: return .random
        case .sobol?, .bayes?: throw node.problem("method", "this version searches by 'grid' and 'random' only")
        case nil:
            let known = [Sweep.Method.grid, .random].map(\.rawValue)
            throw node.problem("method", SettingError.unknown("choice", node.value.description, among: known))
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
        if sweep.method == .random, sweep.runCap == nil, let method = keys[.method] {
            problems.append(
                method.value.problem(
                    "method", "it goes on without an end, so 'run_cap' must give the number of configurations")
            )
        }
        if let condition = keys[.condition], sweep.condition != nil {
            collect { (reader) throws(Problem) in
                try ConditionReader.check(condition.value, names: sound ? reader.written.names : nil)
            }
        }
        if let labels = keys[.labels], !sweep.labels.isEmpty {
            problems += LabelReader.problems(in: labels.value, names: sound ? written.names : nil)
        }
        noteBooleans()
        problems.sort { ($0.position ?? .start) < ($1.position ?? .start) }
        notes.sort { $0.position < $1.position }
    }

    /// W&B reads `yes` as true; here it is text, which may not be what was meant.
    private mutating func noteBooleans() {
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
                guard scalar.isPlain, CoreSchema.looksLikeBoolean(scalar.text), noted.insert(node.position).inserted
                else { continue }
                let text = "'\(scalar.text)' is text in YAML 1.2; write true or false if that is meant."
                notes.append(SweepFile.Note(position: node.position, text: text))
            }
        }
    }
}
