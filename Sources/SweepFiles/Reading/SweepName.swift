/// The rule for names of sweeps, which also name folders.
enum SweepName {
    static let longest = 100
    static let rule =
        "a sweep's name has letters a–z, digits, '-', '_' and '.', at most \(longest) of them, and does not begin with '-' "
        + "or '.'"

    static func isAllowed(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= longest && !name.hasPrefix("-") && !name.hasPrefix(".")
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }

    static func check(_ node: YAMLNode) throws(SweepFileError.Problem) -> String {
        let name = try node.text("name")
        guard isAllowed(name) else { throw node.problem("name", rule) }
        return name
    }

    /// The file's name without its extension.
    static func name(ofFile path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? ""
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
        return String(file[..<dot])
    }
}
