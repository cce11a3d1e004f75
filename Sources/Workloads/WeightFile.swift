import Foundation
import Networks
import Randomness
import Tensors

/// A file of weights to start from, found to fit a network.
struct WeightFile: Sendable {
    /// Which file, as it is now, for which network.
    struct Key: Hashable {
        let path: String
        let architecture: Architecture
        private let size: Int
        private let modified: Date

        /// Throws a `SafetensorsError` with the system's reason.
        init(path: String, architecture: Architecture) throws(SafetensorsError) {
            do {
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                size = attributes[.size] as? Int ?? 0
                modified = attributes[.modificationDate] as? Date ?? .distantPast
            } catch {
                throw .unreadable(path: path, reason: "there is no such file")
            }
            self.path = path
            self.architecture = architecture
        }
    }

    /// Of the content: a trial that starts from other weights is another trial.
    let fingerprint: String

    /// Throws a `SafetensorsError` if the file is not whole or does not hold the network's tensors.
    init(path: String, architecture: Architecture) throws(SafetensorsError) {
        let network = Network(architecture)
        try network.read(SafetensorsFile(path: path))
        var fingerprint = Fingerprint()
        fingerprint.combine(UnsafeRawBufferPointer(network.parameters.elements))
        fingerprint.combine(UnsafeRawBufferPointer(network.statistics.elements))
        self.fingerprint = fingerprint.description
    }
}
