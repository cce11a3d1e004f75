extension StoreError {
    /// What is in the way of reading or writing a store.
    public enum Obstacle: Hashable, Sendable {
        /// It is a folder.
        case folder
        /// The folder that it should lie in.
        case unmakeableFolder
        case fullDisk
        /// With what SQLite says.
        case brokenDisk(String)
        /// What of the store may only be read.
        case readOnly(Part)
        case unopenable
        /// Readers share locks with the writer through a file beside the store, which the first of them makes.
        case unopenableForReading
        /// The file is no longer the one that was opened.
        case replaced
        /// Another process has made the store meanwhile.
        case madeByAnother
        /// With what the system says.
        case unmovable(String, reason: String)
        /// A change that cannot follow what the store knows; a clause.
        case contradiction(String)
        /// Anything else that SQLite says.
        case other(String)
    }

    public enum Part: String, Hashable, Sendable {
        case any = "it"
        case file = "the file"
        case folder = "its folder"
        case fileSystem = "its file system"
    }
}

extension StoreError.Obstacle {
    /// A clause.
    var words: String {
        switch self {
        case .folder: "it is a folder"
        case .unmakeableFolder: "its folder cannot be made"
        case .fullDisk: "the disk is full"
        case .brokenDisk(let reason): "the disk reports an error or is full (\(reason))"
        case .readOnly(let part): "\(part.rawValue) may only be read"
        case .unopenable: "it cannot be opened"
        case .unopenableForReading: "it cannot be opened; it must be readable and its folder writable"
        case .replaced: "it was removed or replaced while it was in use"
        case .madeByAnother: "another process has just made it"
        case .unmovable(let file, let reason): "'\(file)' cannot be renamed: \(reason)"
        case .contradiction(let words), .other(let words): words
        }
    }
}

/// A change that cannot follow what the store knows.
struct Contradiction: Error {
    /// A clause.
    let words: String
}
