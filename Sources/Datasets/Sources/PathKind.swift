import Foundation

/// What lies at a path, by its name, or for folders by what is there.
enum PathKind: Hashable {
    case csv, npz, npy, idx, folder

    static let words = "the path of a .csv, .npz or IDX file or of a folder of pictures"

    /// - Parameters:
    ///   - text: the path as it was written.
    ///   - path: as it can be opened.
    init?(_ text: String, resolved path: String) {
        let name = (text.split(separator: "/").last ?? "").lowercased()
        if text.hasSuffix("/") || Self.isFolder(path) {
            self = .folder
        } else if name.hasSuffix(".csv"), name.utf8.count > 4 {
            self = .csv
        } else if name.hasSuffix(".npz") {
            self = .npz
        } else if name.hasSuffix(".npy") {
            self = .npy
        } else if Self.isIDX(name) {
            self = .idx
        } else {
            return nil
        }
    }

    /// As the files of MNIST and its kin are named: `train-images-idx3-ubyte.gz`, `t10k-labels.idx1-ubyte`, `x.idx`.
    private static func isIDX(_ name: String) -> Bool {
        let stem = name.hasSuffix(".gz") ? name.dropLast(3) : name[...]
        return stem.hasSuffix(".idx") || stem.hasSuffix("-ubyte") && stem.contains(/idx[1-9]/)
    }

    static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
