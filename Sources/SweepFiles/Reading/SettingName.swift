/// Names of settings: letters, digits, `_`, `-`, with dots between the parts of a path.
enum SettingName {
    static func check(_ entry: YAMLNode.Entry, path: String) throws(SweepFileError.Problem) {
        let parts = entry.key.split(separator: ".", omittingEmptySubsequences: false)
        if parts.allSatisfy({ isName($0) }) { return }
        throw entry.problem(
            path, "a name has letters, digits, '_' and '-', begins with no digit, and may have dots between its parts")
    }

    /// Whether W&B allows a parameter of this name.
    static func isUsual(_ name: String) -> Bool {
        guard let first = name.first, first.isASCII, first.isLetter || first == "_" else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.-".contains($0)) }
    }

    private static func isName(_ part: Substring) -> Bool {
        guard let first = part.first, first.isASCII, first.isLetter || first == "_" else { return false }
        return part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }
}
