import Foundation

/// Where in a folder the pictures of the training and test sets are.
struct FolderLayout: Hashable {
    /// Holds a folder for each class.
    let train: String
    let test: String?
    /// There is a test set, and nothing to train with beside it.
    let lacksTraining: Bool

    /// Either the folder itself holds the classes, or `training_set` and `test_set` in it do; archives are often packed
    /// so that each of them holds just a folder of its own name.
    init(_ path: String) {
        let base = path.hasSuffix("/") ? String(path.dropLast()) : path
        if PathKind.isFolder("\(base)/training_set") {
            train = Self.inner(base, "training_set")
            test = PathKind.isFolder("\(base)/test_set") ? Self.inner(base, "test_set") : nil
            lacksTraining = false
        } else {
            train = base
            test = nil
            lacksTraining = PathKind.isFolder("\(base)/test_set")
        }
    }

    private static func inner(_ base: String, _ name: String) -> String {
        PathKind.isFolder("\(base)/\(name)/\(name)") ? "\(base)/\(name)/\(name)" : "\(base)/\(name)"
    }
}
