import Foundation
import Tensors

/// Why a training cannot go on from a checkpoint.
public enum CheckpointError: Error, Hashable, Sendable {
    /// There is no such file, or it cannot be read.
    case unreadable(path: String, reason: String)
    /// The file is not as it was written, or was never a checkpoint.
    case damaged(path: String, reason: String)
    /// The file is whole and belongs to another training.
    case foreign(path: String, reason: String)
    /// The file is whole, but what was measured before it is lost: a training that went on from it would lack that.
    case unproven(path: String, reason: String)

    init(_ error: SafetensorsError) {
        self =
            switch error {
            case .unreadable(let path, let reason): .unreadable(path: path, reason: reason)
            case .malformed(let path, let reason): .damaged(path: path, reason: reason)
            case .missing(let path, let tensor): .foreign(path: path, reason: "it has no tensor '\(tensor)'")
            case .wrongShape(let path, let tensor, let found, let expected):
                .foreign(path: path, reason: "its tensor '\(tensor)' has the shape \(found), not \(expected)")
            }
    }
}

extension CheckpointError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)."
        case .damaged(let path, let reason): "\(path): the checkpoint is damaged: \(reason)."
        case .foreign(let path, let reason): "\(path): the checkpoint is of another training: \(reason)."
        case .unproven(let path, let reason): "\(path): no training can go on from the checkpoint: \(reason)."
        }
    }
}

extension CheckpointError {
    /// Renames the file of a checkpoint that is not to be used, so that it is not taken up again and can be looked at.
    ///
    /// - Returns: its new path; nil if it could not be renamed, or merely could not be read.
    public func setAside() -> String? {
        let (path, ending): (String, String)
        switch self {
        case .unreadable: return nil
        case .damaged(let file, _): (path, ending) = (file, "damaged")
        case .foreign(let file, _): (path, ending) = (file, "foreign")
        case .unproven(let file, _): (path, ending) = (file, "unproven")
        }
        return rename(path, "\(path).\(ending)") == 0 ? "\(path).\(ending)" : nil
    }
}
