public import Settings

/// Why a safetensors file cannot be read, or does not hold what is asked of it.
public enum SafetensorsError: InputError, Hashable, Sendable {
    case unreadable(path: String, reason: String)
    /// The file breaks the format's rules.
    case malformed(path: String, reason: String)
    case missing(path: String, tensor: String)
    case wrongShape(path: String, tensor: String, found: [Int], expected: [Int])
}

extension SafetensorsError {
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "\(path): cannot be read: \(reason)."
        case .malformed(let path, let reason):
            "\(path): not a whole safetensors file: \(reason)."
        case .missing(let path, let tensor):
            "\(path): there is no tensor '\(tensor)'."
        case .wrongShape(let path, let tensor, let found, let expected):
            "\(path): tensor '\(tensor)' has the shape \(found); it must be \(expected)."
        }
    }
}
