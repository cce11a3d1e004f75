/// An item of a command with its variables filled in.
///
/// A variable is `${envvar:NAME}` with capital letters, digits and `_`; one that is not set stands for its own name.
struct CommandItem: Hashable, Sendable {
    let text: String
    /// The name between `${` and `}` where the whole item is a macro.
    let macro: String?
    /// The variables in it that are not set.
    let unset: [String]

    init(_ written: String, environment: [String: String]) {
        var text = ""
        var unset: [String] = []
        // What a variable holds makes no macro of the item.
        var (begins, ends) = (written.hasPrefix("${"), written.hasSuffix("}"))
        var rest = written[...]
        while let (before, name, after) = Self.nextVariable(in: rest) {
            if before.startIndex == written.startIndex, before.isEmpty { begins = false }
            if after.isEmpty { ends = false }
            if environment[name] == nil { unset.append(name) }
            text += before + (environment[name] ?? name)
            rest = after
        }
        text += rest
        self.text = text
        self.unset = unset
        macro = begins && ends ? String(text.dropFirst(2).dropLast()) : nil
    }

    private static func nextVariable(in text: Substring) -> (before: Substring, name: String, after: Substring)? {
        let opening = "${envvar:"
        var rest = text
        while let range = rest.firstRange(of: opening) {
            let name = rest[range.upperBound...].prefix { $0 == "_" || ("A"..."Z" ~= $0) || ("0"..."9" ~= $0) }
            if name.endIndex < rest.endIndex, rest[name.endIndex] == "}" {
                return (text[..<range.lowerBound], String(name), rest[rest.index(after: name.endIndex)...])
            }
            rest = rest[range.upperBound...]
        }
        return nil
    }
}
