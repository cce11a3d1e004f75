import Foundation
import Settings
import Sweeps

/// Reads what a sweep file says of the program that its trials run.
struct ProgramReader {
    typealias Problem = SweepFileError.Problem

    private(set) var program: SweepProgram
    private(set) var problems: [Problem] = []

    /// - Parameter keys: those of the file, with `program` or `command` among them.
    init(_ keys: [TopLevelKey: YAMLNode.Entry]) {
        program = SweepProgram(program: nil)
        for key in TopLevelKey.allCases where TopLevelKey.ofPrograms.contains(key) {
            guard let node = keys[key]?.value else { continue }
            do throws(Problem) { try read(key, node) } catch { problems.append(error) }
        }
        if keys[.seeds] != nil, program.seedName == nil { program.seedName = "seed" }
        program.retriesExitCodes = keys[.retry] != nil
        if let limit = keys[.memoryLimit], program.resources.memory != nil {
            problems.append(limit.problem("memory_limit", "'resources.memory' says the same; keep one"))
        }
        checkProgramIsSaid(keys)
    }

    private mutating func read(_ key: TopLevelKey, _ node: YAMLNode) throws(Problem) {
        switch key {
        case .program: program.program = try Self.filled(node, "program")
        case .command: program.command = try Self.command(node)
        case .environment: program.environment = try Self.environment(node)
        case .workingFolder: program.workingFolder = try Self.filled(node, "cwd")
        case .seedName: program.seedName = try Self.filled(node, "seed_as")
        case .metrics: program.metrics = try Self.metrics(node)
        case .wandb: program.wandb = try node.choice("wandb", of: WandbMode.self)
        case .resources: program.resources = try Self.resources(node)
        case .stopSignal: program.stopSignal = try Self.signal(node)
        case .grace: program.grace = try LimitReader.time(node, "grace") / .seconds(1)
        default: break
        }
    }

    /// `${program}` needs one.
    private mutating func checkProgramIsSaid(_ keys: [TopLevelKey: YAMLNode.Entry]) {
        guard keys[.program] == nil, case .list(let items)? = keys[.command]?.value.content else { return }
        for (index, item) in items.enumerated() {
            guard case .scalar(let scalar) = item.content, scalar.text == "${program}" else { continue }
            problems.append(item.problem("command[\(index)]", "the file has no 'program' that it could stand for"))
        }
    }

    /// Text with something in it.
    private static func filled(_ node: YAMLNode, _ path: String) throws(Problem) -> String {
        let text = try node.text(path)
        guard text.contains(where: { !$0.isWhitespace }) else { throw node.problem(path, "it must not be blank") }
        return text
    }

    private static func command(_ node: YAMLNode) throws(Problem) -> [String] {
        let what = "the command's items, such as [python, train.py, '${args}']"
        let items = try texts(of: node.list("command", of: what), "command")
        if items.isEmpty { throw node.problem("command", "there must be at least one item") }
        return items
    }

    private static func texts(of nodes: [YAMLNode], _ path: String) throws(Problem) -> [String] {
        var texts: [String] = []
        for (index, node) in nodes.enumerated() { texts.append(try node.text("\(path)[\(index)]")) }
        return texts
    }

    private static func environment(_ node: YAMLNode) throws(Problem) -> [String: String] {
        var variables: [String: String] = [:]
        for entry in try node.entries("env", of: "variables") {
            let path = "env.\(entry.key)"
            if entry.key.isEmpty || entry.key.contains("=") {
                throw entry.problem(path, "the name of a variable is not empty and has no '='")
            }
            if entry.key.hasPrefix("SWEEP_") {
                throw entry.problem(
                    path, "variables that begin with SWEEP_ are set for each trial; choose another name")
            }
            variables[entry.key] = try entry.value.text(path)
        }
        return variables
    }

    // MARK: Metrics

    private enum MetricsKey: String, CaseIterable {
        case from, csv, jsonl, pattern, ignore
    }

    private static func metrics(_ node: YAMLNode) throws(Problem) -> ReportedMetrics {
        if case .list = node.content {
            throw node.problem("metrics", "a sweep has one objective; write it as 'metric'")
        }
        var metrics = ReportedMetrics()
        for entry in try node.entries("metrics", of: "sources, such as {csv: log.csv}") {
            let path = "metrics.\(entry.key)"
            switch MetricsKey(rawValue: entry.key) {
            case .from: metrics.sources = try sources(entry.value, path)
            case .csv: metrics.csvFiles = try oneOrMore(entry.value, path)
            case .jsonl: metrics.jsonLineFiles = try oneOrMore(entry.value, path)
            case .pattern: metrics.patterns = try patterns(entry.value, path)
            case .ignore: metrics.ignored = try oneOrMore(entry.value, path)
            case nil: throw entry.problem(path, SettingError.unknown("key", entry.key, among: MetricsKey.names))
            }
        }
        return metrics
    }

    /// A list of texts, or one of them.
    private static func oneOrMore(_ node: YAMLNode, _ path: String) throws(Problem) -> [String] {
        guard case .list(let nodes) = node.content else { return [try filled(node, path)] }
        var texts: [String] = []
        for (index, node) in nodes.enumerated() { texts.append(try filled(node, "\(path)[\(index)]")) }
        return texts
    }

    private static func sources(_ node: YAMLNode, _ path: String) throws(Problem) -> [MetricSource] {
        guard case .list(let nodes) = node.content else { return [try node.choice(path, of: MetricSource.self)] }
        if nodes.isEmpty { throw node.problem(path, "there must be at least one source") }
        var sources: [MetricSource] = []
        for (index, node) in nodes.enumerated() {
            let source = try node.choice("\(path)[\(index)]", of: MetricSource.self)
            if sources.contains(source) { throw node.problem("\(path)[\(index)]", "it is in the list twice") }
            sources.append(source)
        }
        return sources
    }

    private static func patterns(_ node: YAMLNode, _ path: String) throws(Problem) -> [String] {
        let patterns = try oneOrMore(node, path)
        for (index, pattern) in patterns.enumerated() {
            let (place, name) =
                if case .list(let nodes) = node.content { (nodes[index], "\(path)[\(index)]") } else { (node, path) }
            do { _ = try Regex(pattern) } catch {
                throw place.problem(name, "it is no regular expression: \(error)")
            }
            guard !pattern.matches(of: /\(\?P?<[A-Za-z_]/).isEmpty else {
                throw place.problem(name, "it needs a named group for each metric, such as (?<loss>[0-9.]+)")
            }
        }
        return patterns
    }

    // MARK: Machines and ends

    private enum ResourcesKey: String, CaseIterable {
        case gpus, cores, memory
    }

    private static func resources(_ node: YAMLNode) throws(Problem) -> TrialResources {
        var resources = TrialResources()
        for entry in try node.entries("resources", of: "amounts, such as {gpus: 1, cores: 4, memory: 8GB}") {
            let path = "resources.\(entry.key)"
            switch ResourcesKey(rawValue: entry.key) {
            case .gpus:
                let gpus = try entry.value.number(path, .notNegative)
                guard gpus < 1 || (gpus.rounded() == gpus && gpus <= 1_024) else {
                    throw entry.value.problem(path, "it must be a whole number, or a fraction below 1 for a shared one")
                }
                resources.gpus = gpus
            case .cores: resources.cores = try entry.value.wholeNumber(path, in: 1...65_536)
            case .memory: resources.memory = try LimitReader.memory(entry.value, path)
            case nil: throw entry.problem(path, SettingError.unknown("key", entry.key, among: ResourcesKey.names))
            }
        }
        return resources
    }

    /// With or without SIG before it.
    private static func signal(_ node: YAMLNode) throws(Problem) -> StopSignal {
        if let text = node.value.text, text.hasPrefix("SIG"),
            let signal = StopSignal(rawValue: String(text.dropFirst(3)))
        {
            return signal
        }
        return try node.choice("stop_signal", of: StopSignal.self)
    }
}
