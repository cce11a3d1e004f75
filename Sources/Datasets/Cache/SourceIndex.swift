import Foundation
import Randomness
import Settings

/// Remembers which prepared file belongs to sources of certain paths, sizes and times.
///
/// It only saves reading the sources: without it, or when it is damaged, they are read.
struct SourceIndex {
    private let path: String

    init(folder: String, source: any PreparableSource, files: [SourceFile]) {
        var fingerprint = Fingerprint(of: source.recipe)
        for file in files {
            fingerprint.combine("\n\(URL(filePath: file.path).standardizedFileURL.path)\n\(file.name)\n")
            file.stamp?.add(to: &fingerprint)
            if let problem = file.problem { fingerprint.combine(problem) }
        }
        path = "\(folder)/\(fingerprint).source"
    }

    /// The key of the prepared file; nil if none is known.
    func read() -> String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            text.utf8.count == 33, text.hasSuffix("\n"), text.dropLast().allSatisfy(\.isHexDigit)
        else { return nil }
        PreparedFolder.markAsUsed(path)
        return String(text.dropLast())
    }

    /// A failure costs time at the next start and nothing else.
    func write(_ key: String) {
        try? ReplacementFile.write(Array("\(key)\n".utf8), to: path)
    }
}
