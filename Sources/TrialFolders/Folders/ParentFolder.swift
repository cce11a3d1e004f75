/// The folder that a path lies in, empty where the path is a name alone.
///
/// Foundation's `deletingLastPathComponent` of a string traps for a name of one letter.
public func parentFolder(of path: String) -> String {
    func withoutEnd(_ path: Substring) -> Substring {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
    let path = withoutEnd(path[...])
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(withoutEnd(path[..<slash]))
}
