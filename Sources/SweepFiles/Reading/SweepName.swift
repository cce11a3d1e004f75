import Foundation

/// The rule for names of sweeps, which also name folders.
enum SweepName {
    static let longest = 100
    static let rule =
        "a sweep's name has letters a–z, digits, '-', '_' and '.', at most \(longest) of them, and does not begin with '-' "
        + "or '.'"

    static func isAllowed(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= longest && !name.hasPrefix("-") && !name.hasPrefix(".")
            && name.allSatisfy(isAllowed)
    }

    private static func isAllowed(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
    }

    static func check(_ node: YAMLNode) throws(SweepFileError.Problem) -> String {
        let name = try node.text("name")
        guard isAllowed(name) else { throw node.problem("name", rule) }
        return name
    }

    /// Free text as a name: letters without their accents, `-` for each run of other characters. Nil where nothing is
    /// left of it.
    static func folded(_ text: String) -> String? {
        var name = ""
        for character in text.folding(options: .diacriticInsensitive, locale: nil) {
            if isAllowed(character) {
                name.append(character)
            } else if !name.hasSuffix("-") {
                name.append("-")
            }
        }
        let trimmed = name.drop { "-.".contains($0) }.prefix(longest)
        let end = trimmed.lastIndex { $0 != "-" }
        return end.map { String(trimmed[...$0]) }
    }

    /// The file's name without its extension.
    static func name(ofFile path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? ""
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
        return String(file[..<dot])
    }
}
