import Tensors

/// Why a training cannot go on from a checkpoint.
public enum CheckpointError: Error, Hashable, Sendable {
    /// There is no such file, or it cannot be read.
    case unreadable(path: String, reason: String)
    /// The file is not as it was written, or was never a checkpoint.
    case damaged(path: String, reason: String)
    /// The file is whole and belongs to another training.
    case foreign(path: String, reason: String)

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
        }
    }
}
