import Settings
import Yams

/// Turns the text of a YAML file into a tree that has every value's meaning and place.
///
/// Yams finds the structure; what its scalars, aliases, merge keys and tags mean is decided here, by YAML 1.2.
struct YAMLComposer {
    typealias Problem = SweepFileError.Problem

    /// Deeper nesting than any sweep needs; it keeps every recursion over the tree shallow.
    static let mostLevels = 64
    /// Parts of the tree with aliases written out.
    static let mostParts = 100_000

    /// Whether the file is of another program, whose author may think of YAML as Python reads it.
    private let isOfProgram: Bool
    private var anchors: [String: YAMLNode] = [:]
    private var parts = 0

    private init(_ root: Node) {
        isOfProgram =
            root.mapping?.contains { key, value in
                guard let name = key.scalar?.string, let key = TopLevelKey(rawValue: name) else { return false }
                return TopLevelKey.sayingProgram.contains(key)
            } ?? false
    }

    /// The tree of the file's only document.
    static func compose(_ text: String) throws(Problem) -> YAMLNode {
        let text = try YAMLText(text).withHiddenStars
        do {
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            // Nodes know their anchors only as long as the parser lives.
            return try withExtendedLifetime(parser) { try root(of: parser) }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw YAMLSyntax.problem(error)
        }
    }

    private static func root(of parser: Parser) throws -> YAMLNode {
        let empty = Problem(position: nil, message: "The file is empty; write what to train under 'train'.")
        guard let first = try parser.nextRoot() else { throw empty }
        if let second = try parser.nextRoot() {
            throw problem(second.mark, "A second document begins here; a sweep file holds one sweep.")
        }
        var composer = YAMLComposer(first)
        let root = try composer.node(first, level: 1)
        if root.isNull { throw empty }
        return root
    }

    private mutating func node(_ node: Node, level: Int) throws(Problem) -> YAMLNode {
        try checkDepth(level, node.mark)
        let position = Self.position(node.mark)
        var result: YAMLNode
        switch node {
        case .scalar(let scalar):
            let text = YAMLText.shown(scalar.string)
            if scalar.style == .plain, scalar.string.unicodeScalars.first == YAMLText.hiddenStar {
                return try alias(text, level: level, node.mark)
            }
            result = YAMLNode(.scalar(try self.scalar(scalar, text: text)), at: position)
        case .sequence(let sequence):
            try Self.checkTag(sequence.tag, is: [.implicit, .seq], node.mark)
            var elements: [YAMLNode] = []
            for element in sequence { elements.append(try self.node(element, level: level + 1)) }
            result = YAMLNode(.list(elements), at: position)
        case .mapping(let mapping):
            try Self.checkTag(mapping.tag, is: [.implicit, .map], node.mark)
            result = YAMLNode(.mapping(try entries(mapping, level: level)), at: position)
        case .alias(let alias):
            return try self.alias("*\(alias.anchor.rawValue)", level: level, node.mark)
        }
        parts += 1
        try checkSize(node.mark)
        if let anchor = node.anchor { anchors[YAMLText.shown(anchor.rawValue)] = result }
        return result
    }

    // MARK: Mappings

    /// The entries in the order written; those of a merge key stand in its place, unless written out elsewhere.
    private mutating func entries(_ mapping: Node.Mapping, level: Int) throws(Problem) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        var written: Set<String> = []
        var merged: [(place: Int, entries: [YAMLNode.Entry])] = []
        for (key, value) in mapping {
            let name = try Self.key(key)
            var node = try self.node(value, level: level + 1)
            if name == "data" || name.hasPrefix("data.") { node = node.withColumnsAsWritten(name) }
            if name == "<<", key.scalar?.style == .plain {
                merged.append((entries.count, try Self.mergedEntries(node, key.mark)))
                continue
            }
            guard written.insert(name).inserted else { throw Self.writtenTwice(name, key.mark) }
            entries.append(YAMLNode.Entry(key: name, position: Self.position(key.mark), value: node))
        }
        for (place, others) in merged.reversed() {
            let others = others.filter { written.insert($0.key).inserted }
            parts += others.reduce(0) { $0 + $1.value.size }
            try checkSize(mapping.mark)
            entries.insert(contentsOf: others, at: place)
        }
        return entries
    }

    private static func key(_ key: Node) throws(Problem) -> String {
        guard case .scalar(let scalar) = key else { throw problem(key.mark, "A key must be text.") }
        if scalar.style == .plain, scalar.string.unicodeScalars.first == YAMLText.hiddenStar {
            throw problem(key.mark, "A key must be text; one that begins with '*' needs quotation marks.")
        }
        try checkText(scalar.string, key.mark)
        return YAMLText.shown(scalar.string)
    }

    /// What systems and databases cut texts at cannot be a part of one.
    private static func checkText(_ text: String, _ mark: Mark?) throws(Problem) {
        if text.unicodeScalars.contains("\0") {
            throw problem(mark, "The character U+0000 is not allowed in text; remove the escape that stands for it.")
        }
    }

    static func writtenTwice(_ name: String, _ mark: Mark?) -> Problem {
        problem(mark, "'\(YAMLText.shown(name))' is written twice in this mapping; keep one.")
    }

    /// Of several mappings the earlier wins.
    private static func mergedEntries(_ node: YAMLNode, _ mark: Mark?) throws(Problem) -> [YAMLNode.Entry] {
        var result: [YAMLNode.Entry] = []
        var sources = [node]
        if case .list(let elements) = node.content { sources = elements }
        for source in sources {
            guard case .mapping(let entries) = source.content else {
                throw problem(mark, "'<<' is \(source.value.quoted); it must be a mapping, or a list of mappings.")
            }
            result += entries.filter { entry in !result.contains { $0.key == entry.key } }
        }
        return result
    }

    // MARK: Scalars

    private func scalar(_ scalar: Node.Scalar, text: String) throws(Problem) -> YAMLNode.Scalar {
        try Self.checkText(text, scalar.mark)
        let isPlain = scalar.style == .plain
        let indent: Int? =
            switch scalar.style {
            case _ where text.contains(where: \.isNewline): nil
            case .plain: 0
            case .singleQuoted, .doubleQuoted: 1
            default: nil
            }
        var value = SettingValue.string(text)
        // Yams gives quoted text the tag of text.
        let isText = !isPlain || scalar.tag.rawValue == Tag.Name.str.rawValue
        if !isText || ![Tag.Name.str, .implicit, .nonSpecific].map(\.rawValue).contains(scalar.tag.rawValue) {
            switch isOfProgram ? PythonSchema.meaning(of: text) : CoreSchema.meaning(of: text) {
            case .value(let meaning): value = meaning
            case .refused(let rule): throw Self.problem(scalar.mark, "\(text): \(rule).")
            }
            try Self.checkTag(scalar.tag, is: [.implicit, .nonSpecific] + Self.tags(of: value), scalar.mark)
        }
        var isDecimal = false
        if case .int = value {
            isDecimal = scalar.tag.rawValue == Tag.Name.float.rawValue || CoreSchema.isDecimal(text)
        }
        return YAMLNode.Scalar(value: value, text: text, isPlain: isPlain, isDecimal: isDecimal, indent: indent)
    }

    private static func tags(of value: SettingValue) -> [Tag.Name] {
        switch value {
        case .null: [.null]
        case .bool: [.bool]
        case .int: [.int, .float]
        case .double: [.float]
        default: [.str]
        }
    }

    private static func checkTag(_ tag: Tag, is allowed: [Tag.Name], _ mark: Mark?) throws(Problem) {
        guard !allowed.map(\.rawValue).contains(tag.rawValue) else { return }
        throw problem(mark, "The tag '\(tag.rawValue)' does not fit this value; leave it out.")
    }

    // MARK: Aliases and bounds

    private mutating func alias(_ text: String, level: Int, _ mark: Mark?) throws(Problem) -> YAMLNode {
        guard let node = anchors[String(text.dropFirst())] else {
            let nearest = NearestName.of(String(text.dropFirst()), among: anchors.keys.sorted())
            let hint = nearest.map { "did you mean '*\($0)'?" } ?? "text that begins with '*' needs quotation marks."
            throw Self.problem(mark, "'\(text)' is the alias of no anchor above it; \(hint)")
        }
        parts += node.size
        try checkSize(mark)
        try checkDepth(level + node.depth - 1, mark)
        return node
    }

    private func checkDepth(_ levels: Int, _ mark: Mark?) throws(Problem) {
        if levels > Self.mostLevels {
            throw Self.problem(mark, "This is nested too deeply; at most \(Self.mostLevels) levels are read.")
        }
    }

    private func checkSize(_ mark: Mark?) throws(Problem) {
        if parts > Self.mostParts {
            throw Self.problem(
                mark, "The file is too large, with aliases written out; at most \(Self.mostParts) values are read.")
        }
    }

    private static func position(_ mark: Mark?) -> SourcePosition {
        SourcePosition(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    private static func problem(_ mark: Mark?, _ message: String) -> Problem {
        Problem(position: position(mark), message: message)
    }
}
