import Settings

/// Where an array lies, told apart by the file's name.
public enum ArrayPlace: Hashable, Sendable {
    case npy(path: String)
    /// In a `.npz` archive.
    case npz(path: String, array: String)
    /// Also compressed, as `.gz`.
    case idx(path: String)

    public var path: String {
        switch self {
        case .npy(let path), .npz(let path, _), .idx(let path): path
        }
    }

    /// Opens the array and checks that its shape and the file's size agree, before anything of that size is allocated.
    ///
    /// - Parameter role: `x` or `y`, for messages.
    /// Throws a `DataError`.
    func open(role: String) throws -> StoredArray {
        switch self {
        case .npy(let path):
            let feed = try FileFeed(path: path)
            let header = try NPYHeader(feed, array: role)
            return try Self.array(header, feed, name: role, size: feed.range.count)
        case .npz(let path, let name):
            let directory = try ZipDirectory(path: path)
            let names = directory.entries.compactMap { $0.name.hasSuffix(".npy") ? String($0.name.dropLast(4)) : nil }
            guard let entry = directory.entries.first(where: { $0.name == "\(name).npy" }) else {
                throw DataError(
                    path: path, array: name,
                    rule: SettingError.unknown("array", name, among: names) + (names.isEmpty ? "" : " (say '\(role)')"))
            }
            let feed = try directory.open(entry)
            let headed = CountingFeed(feed)
            let header = try NPYHeader(headed, array: name)
            return try Self.array(header, headed, name: name, size: entry.size - headed.count)
        case .idx(let path):
            return try Self.idx(path, name: role)
        }
    }

    private static func array(
        _ header: NPYHeader, _ feed: any ByteFeed, name: String, size: Int
    ) throws(DataError) -> StoredArray {
        guard StoredArray.byteCount(header.element, shape: header.shape) == size else {
            throw DataError(
                path: feed.path, array: name,
                rule: "its header says \(header.element) in a shape of \(StoredArray.text(header.shape)), which does "
                    + "not fit the \(size) bytes that follow")
        }
        return StoredArray(
            path: feed.path, name: name, element: header.element, isBigEndian: header.isBigEndian,
            isFortran: header.isFortran, shape: header.shape, feed: feed)
    }

    private static func idx(_ path: String, name: String) throws(DataError) -> StoredArray {
        let file = try FileFeed(path: path)
        let fileSize = file.range.count
        let isCompressed = path.lowercased().hasSuffix(".gz")
        let feed: any ByteFeed = isCompressed ? try InflatingFeed(file, .gzip) : file
        let header = try IDXHeader(feed)
        let size = StoredArray.byteCount(header.element, shape: header.shape)
        // The size of what is compressed shows only at the end; until then the file's size bounds it.
        let fits =
            isCompressed
            ? (size ?? .max) / InflatingFeed.mostBytesPerByte <= fileSize : size == fileSize - header.size
        guard fits else {
            throw DataError(
                path: path,
                rule: "its header says \(header.element) in a shape of \(StoredArray.text(header.shape)), which does "
                    + "not fit a file of \(fileSize) bytes")
        }
        return StoredArray(
            path: path, name: name, element: header.element, isBigEndian: true, isFortran: false, shape: header.shape,
            feed: feed)
    }
}

/// Counts what is read through it.
private final class CountingFeed: ByteFeed {
    let path: String
    private(set) var count = 0
    private let source: any ByteFeed

    init(_ source: any ByteFeed) {
        self.source = source
        path = source.path
    }

    func read(into bytes: UnsafeMutableRawBufferPointer) throws(DataError) -> Int {
        let read = try source.read(into: bytes)
        count += read
        return read
    }
}
