import Foundation
import Randomness
import Sweeps

extension SweepProgram {
    /// A hash of what the file that `program` names holds; nil where it names none, as a tool on the PATH.
    ///
    /// - Parameter folder: the sweep file's.
    func fingerprint(inSweepFolder folder: String) -> String? {
        guard let program else { return nil }
        let path = program.hasPrefix("/") ? program : workingFolder(in: folder) + "/" + program
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
            let content = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        else { return nil }
        var fingerprint = Fingerprint()
        content.withUnsafeBytes { fingerprint.combine($0) }
        return fingerprint.description
    }
}
