import Foundation

/// Finds what a command line names, as the system does.
struct ExecutableLookup {
    private let folders: [String]
    private let folder: String

    /// - Parameters:
    ///   - environment: that of the program.
    ///   - folder: where it works.
    init(environment: [String: String], folder: String) {
        // Without a PATH the system looks here.
        let path = environment["PATH"] ?? "/bin:/usr/bin"
        folders = path.split(separator: ":", omittingEmptySubsequences: false).map { $0.isEmpty ? "." : String($0) }
        self.folder = folder
    }

    /// `python`, or `python3` where only that is there.
    var interpreter: String { path(of: "python") == nil && path(of: "python3") != nil ? "python3" : "python" }

    /// Where an executable of this name is; a name with a slash is a path. Nil where there is none.
    func path(of name: String) -> String? {
        if name.contains("/") { return isExecutable(inFolder(name)) ? inFolder(name) : nil }
        return folders.lazy.map { self.inFolder("\($0)/\(name)") }.first(where: isExecutable)
    }

    /// Whether a file is there, executable or not.
    func isFile(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: inFolder(name), isDirectory: &isFolder) && !isFolder.boolValue
    }

    private func inFolder(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }

    private func isExecutable(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            && access(path, X_OK) == 0
    }
}
