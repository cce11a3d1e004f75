import Dispatch
import Foundation
import Synchronization

/// Files on all cores.
enum AllCores {
    /// Reads each and hands its bytes over. Throws the first error.
    static func forEach(_ paths: [String], _ body: @Sendable ([UInt8]) throws -> Void) throws {
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            do {
                try body(Array(try Data(contentsOf: URL(filePath: paths[index]))))
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
