/// Where the kernel keeps the files of a process's control groups.
enum ControlGroup {
    /// Where all of them lie.
    static let mount = "/sys/fs/cgroup"

    /// The folders below the mount that may hold files of a controller such as `memory`: from the root to the process's
    /// own group; inside a container that may be the root.
    ///
    /// - Parameter groups: the text of `/proc/self/cgroup`, a line for each hierarchy: `0::/path` in version 2,
    ///   `4:cpu,cpuacct:/path` in version 1.
    static func folders(of controller: String, groups: String) -> [String] {
        groups.split(separator: "\n").flatMap { line -> [String] in
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { return [] }
            let chain = chain(to: String(fields[2]))
            if fields[1].isEmpty { return chain }
            guard fields[1].split(separator: ",").contains(where: { $0 == controller }) else { return [] }
            let mounts = fields[1] == controller ? ["/\(controller)"] : ["/\(fields[1])", "/\(controller)"]
            return chain.flatMap { folder in mounts.map { $0 + folder } }
        }
    }

    /// A group's folder and those above it, from the root.
    private static func chain(to path: String) -> [String] {
        var folders = [""]
        for part in path.split(separator: "/") { folders.append("\(folders.last ?? "")/\(part)") }
        return folders
    }
}
