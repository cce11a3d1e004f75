import Foundation
import Settings

extension SweepFile {
    /// Far more than any sweep file needs; beyond it, the file is something else.
    static let mostBytes = 1 << 20

    /// Reads a sweep file from disk.
    public static func read(path: String) throws(SweepFileError) -> SweepFile {
        try SweepFile(text: text(of: bytes(at: path), path), path: path)
    }

    /// - Throws: where there is no file at a path.
    public static func requireFile(_ path: String) throws(SweepFileError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw failure(path, "There is no such file.\(nearestFile(to: path).map { " Did you mean '\($0)'?" } ?? "")")
        }
        if isFolder.boolValue { throw failure(path, "This is a folder; name a sweep file in it.") }
    }

    private static func bytes(at path: String) throws(SweepFileError) -> Data {
        try requireFile(path)
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            // Reads no more than it must, since the path may lead to a device without an end.
            var bytes = Data()
            while bytes.count <= mostBytes, let more = try file.read(upToCount: mostBytes + 1 - bytes.count),
                !more.isEmpty
            {
                bytes += more
            }
            if bytes.count <= mostBytes { return bytes }
        } catch {
            throw failure(path, "The file cannot be read: \(error.localizedDescription)")
        }
        throw failure(path, "The file has more than \(mostBytes) bytes; it is no sweep file.")
    }

    private static func text(of bytes: Data, _ path: String) throws(SweepFileError) -> String {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var line = 1
        var column = 1
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let scalar):
                let isLineEnd = scalar.count == 1 && scalar.first == UInt8(ascii: "\n")
                (line, column) = isLineEnd ? (line + 1, 1) : (line, column + 1)
            case .emptyInput: return String(decoding: bytes, as: UTF8.self)
            case .error:
                let problem = SweepFileError.Problem(
                    position: SourcePosition(line: line, column: column),
                    message: "This is not UTF-8 text; save the file as UTF-8.")
                throw SweepFileError(path: path, first: problem)
            }
        }
    }

    private static func nearestFile(to path: String) -> String? {
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") || isScript(path) && isScript($0) }
        guard let nearest = NearestName.of(url.lastPathComponent, among: files.sorted()) else { return nil }
        guard let slash = path.lastIndex(of: "/") else { return nearest }
        return path[...slash] + nearest
    }

    private static func failure(_ path: String, _ message: String) -> SweepFileError {
        SweepFileError(path: path, first: SweepFileError.Problem(position: nil, message: message))
    }
}
