import Yams

/// Says what Yams found wrong in the words of someone who writes a sweep file.
enum YAMLSyntax {
    static func problem(_ error: any Error) -> SweepFileError.Problem {
        guard let error = error as? YamlError else {
            return SweepFileError.Problem(position: nil, message: "The file is no YAML: \(error).")
        }
        switch error {
        case .scanner(let context?, "could not find expected ':'", _, let text):
            let message = "A ':' is missing after this, which should be a key."
            return SweepFileError.Problem(position: position(context.mark, in: text), message: message)
        case .scanner(let context, let problem, let mark, let text):
            let character = character(at: mark, in: text)
            return self.problem(mark, words(problem, character), context, text)
        case .parser(let context, let problem, let mark, let text),
            .composer(let context, let problem, let mark, let text):
            return self.problem(mark, words(problem, character(at: mark, in: text)), context, text)
        case .duplicatedKeysInMapping(let names, let context):
            let (name, first) = (names.first ?? "", context.mark)
            let problem = YAMLComposer.writtenTwice(name, first)
            return secondPlace(of: name, after: first, in: context.text).map {
                SweepFileError.Problem(position: $0, message: problem.message)
            } ?? problem
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
            return SweepFileError.Problem(position: nil, message: "The file is no YAML: \(problem).")
        case .no, .memory, .dataCouldNotBeDecoded:
            return SweepFileError.Problem(position: nil, message: "The file cannot be read as YAML: \(error).")
        }
    }

    private static func problem(
        _ mark: Mark, _ words: String, _ context: YamlError.Context?, _ text: String
    ) -> SweepFileError.Problem {
        var message = words
        if let context, context.mark.line != mark.line, let part = part(context.text) {
            message += " It belongs to the \(part) that begins at \(context.mark.line):\(context.mark.column)."
        }
        return SweepFileError.Problem(position: position(mark, in: text), message: message)
    }

    private static func words(_ problem: String, _ character: Unicode.Scalar?) -> String {
        if character == "\t" { return "A tab stands where YAML allows only spaces; indent with spaces." }
        return switch problem {
        case "found character that cannot start any token":
            "Text cannot begin with '\(character.map(String.init) ?? "")' in YAML; put it in quotation marks."
        case "mapping values are not allowed in this context":
            "A ':' cannot stand here; check the indentation and the line above, or put text with ': ' in quotation marks."
        case "did not find expected key": "A key is expected here; check the indentation and the quotation marks."
        case "did not find expected ',' or ']'": "A ',' or ']' is expected here."
        case "did not find expected ',' or '}'": "A ',' or '}' is expected here."
        case "did not find expected '-' indicator": "A '-' is expected here; check the indentation."
        case "did not find expected node content": "A value is expected here."
        case "found unexpected end of stream": "The file ends inside a text; a closing quotation mark is missing."
        case "found unknown escape character":
            "A '\\' in double quotation marks begins an escape, but not this one; use single quotation marks."
        case "mapping keys are not allowed in this context": "A '? ' cannot stand here."
        case "block sequence entries are not allowed in this context": "A list's '- ' cannot stand here."
        case _ where problem.hasPrefix("Maximum nesting level"):
            "This is nested too deeply; at most \(YAMLComposer.mostLevels) levels are read."
        default: "This is no YAML: \(problem)."
        }
    }

    /// Where a key of a block mapping stands again below its first place; nil for one that is written otherwise.
    private static func secondPlace(of key: String, after first: Mark, in text: String) -> SourcePosition? {
        for (index, line) in lines(of: text).enumerated().dropFirst(first.line) {
            let indent = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(indent)
            if rest.isEmpty || rest.hasPrefix("#") { continue }
            if indent + 1 < first.column { return nil }
            guard indent + 1 == first.column else { continue }
            for form in [key, "'\(key)'", "\"\(key)\""] where rest.hasPrefix(form) {
                if rest.dropFirst(form.count).drop(while: { $0 == " " }).hasPrefix(":") {
                    return SourcePosition(line: index + 1, column: first.column)
                }
            }
        }
        return nil
    }

    /// What was being read, in the words of sweep files.
    private static func part(_ context: String) -> String? {
        switch context {
        case "while parsing a block mapping", "while parsing a flow mapping": "mapping"
        case "while parsing a block collection", "while parsing a flow sequence": "list"
        case "while scanning a quoted scalar": "text"
        default: nil
        }
    }

    /// The place, which for Yams may be a line behind the end of the text.
    private static func position(_ mark: Mark, in text: String) -> SourcePosition {
        let lines = lines(of: text)
        if mark.line <= lines.count { return SourcePosition(line: mark.line, column: mark.column) }
        return SourcePosition(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
    }

    private static func character(at mark: Mark, in text: String) -> Unicode.Scalar? {
        let lines = lines(of: text)
        guard mark.line >= 1, mark.line <= lines.count, mark.column >= 1 else { return nil }
        return lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}
