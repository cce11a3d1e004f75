import Foundation
import Workloads

/// What is wrong with the data that were prepared beside a store.
enum PreparedDataFindings {
    /// - Parameter mends: whether damaged files are removed.
    static func all(in folder: String, mends: Bool) -> [StoreDoctor.Finding] {
        PreparedData.damagedFiles(in: folder).map { path in
            StoreDoctor.Finding(
                words: "The prepared data '\(path)' are damaged.",
                remedy: mends && unlink(path) == 0 ? "removed; a run prepares them anew" : nil)
        }
    }
}
