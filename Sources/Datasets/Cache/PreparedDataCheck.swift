import Foundation

/// Looks through prepared data for damage, which a start does not look for.
public enum PreparedDataCheck {
    /// The paths of the prepared files in `folder` that are not what was written, which takes reading them all; removing
    /// them is safe.
    public static func damagedFiles(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(PreparedFolder.examplesSuffix) }.sorted().compactMap { name in
            let path = "\(folder)/\(name)"
            let key = String(name.dropLast(PreparedFolder.examplesSuffix.count))
            return PreparedFile(path: path, key: key)?.hasWholeExamples == true ? nil : path
        }
    }
}
