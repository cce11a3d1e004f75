/// The entries of a zip archive, from the directory at its end; archives of several volumes are not read.
///
/// PKWARE, ".ZIP File Format Specification" (APPNOTE), version 6.3.10, sections 4.3 to 4.5, with the 64-bit extensions.
struct ZipDirectory {
    struct Entry {
        let name: String
        fileprivate let isEncrypted: Bool
        /// 0: stored, 8: deflated.
        fileprivate let method: Int
        let compressedSize: Int
        let size: Int
        let sum: UInt32
        fileprivate let localHeader: Int
    }

    /// The most entries that are read.
    static let mostEntries = 10_000

    let entries: [Entry]
    private let path: String
    private let fileSize: Int

    /// Throws a `DataError` unless `path` is a whole archive.
    init(path: String) throws(DataError) {
        self.path = path
        fileSize = try FileStamp(path: path).size
        let directory = try Self.locate(path, fileSize)
        guard directory.count <= Self.mostEntries else {
            throw Self.error(path, "it has \(directory.count) entries; at most \(Self.mostEntries) are read")
        }
        var reader = LittleEndianReader(
            try FileFeed(path: path, range: directory.range).bytes(directory.range.count))
        var entries: [Entry] = []
        for _ in 0..<directory.count {
            guard let entry = Self.entry(&reader) else { throw Self.error(path, "its directory is damaged") }
            entries.append(entry)
        }
        self.entries = entries
    }

    /// The content of an entry, whose sizes are first checked against the file's.
    func open(_ entry: Entry) throws(DataError) -> any ByteFeed {
        let name = entry.name
        func fail(_ rule: String) -> DataError { DataError(path: path, array: name, rule: rule) }
        if entry.isEncrypted { throw fail("it is protected by a password") }
        guard entry.method == 0 || entry.method == 8 else {
            throw fail("it is compressed by method \(entry.method); only stored and deflated entries are read")
        }
        guard entry.localHeader <= fileSize - 30 else { throw fail("the archive's directory points behind its end") }
        var header = LittleEndianReader(
            try FileFeed(path: path, range: entry.localHeader..<(entry.localHeader + 30)).bytes(30))
        guard header.number(4) == 0x0403_4B50, header.skip(22),
            let nameSize = header.number(2), let extraSize = header.number(2)
        else { throw fail("the archive is damaged where the array should begin") }
        let start = entry.localHeader + 30 + nameSize + extraSize
        guard start <= fileSize, entry.compressedSize <= fileSize - start else {
            throw fail("the archive's directory says \(entry.compressedSize) bytes, more than the file has")
        }
        let feed = try FileFeed(path: path, range: start..<(start + entry.compressedSize))
        if entry.method == 0 {
            guard entry.size == entry.compressedSize else { throw fail("the archive's directory contradicts itself") }
            return CheckedFeed(feed, name: name, size: entry.size, sum: entry.sum)
        }
        guard entry.size / InflatingFeed.mostBytesPerByte <= entry.compressedSize else {
            throw fail("the archive's directory says \(entry.size) bytes, more than so few compressed ones can hold")
        }
        return CheckedFeed(try InflatingFeed(feed, .none), name: name, size: entry.size, sum: entry.sum)
    }

    /// Finds the directory by the record at the archive's end, behind which a comment may be.
    private static func locate(_ path: String, _ fileSize: Int) throws(DataError) -> (range: Range<Int>, count: Int) {
        let tailSize = min(fileSize, 22 + 65_535 + 20)
        let tail = try FileFeed(path: path, range: (fileSize - tailSize)..<fileSize).bytes(tailSize)
        let places = stride(from: tailSize - 22, through: 0, by: -1)
        guard tailSize >= 22, let end = places.first(where: { tail[$0...].starts(with: [0x50, 0x4B, 5, 6]) }) else {
            throw error(path, "it is no whole zip archive")
        }
        var reader = LittleEndianReader(Array(tail[(end + 4)...]))
        let disks = [reader.number(2), reader.number(2)]
        _ = reader.skip(2)
        guard disks == [0, 0], var count = reader.number(2), var size = reader.number(4), var start = reader.number(4)
        else { throw error(path, "it is an archive of several volumes") }
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            guard end >= 20, let large = try locateLarge(path, Array(tail[(end - 20)..<end]), fileSize) else {
                throw error(path, "its directory is damaged")
            }
            (count, size, start) = large
        }
        guard size <= fileSize, start <= fileSize - size, count <= size / 46 else {
            throw error(path, "its directory is damaged")
        }
        return (start..<(start + size), count)
    }

    /// The same for archives with 64-bit sizes.
    private static func locateLarge(
        _ path: String, _ locator: [UInt8], _ fileSize: Int
    ) throws(DataError) -> (count: Int, size: Int, start: Int)? {
        var reader = LittleEndianReader(locator)
        guard reader.number(4) == 0x0706_4B50, reader.skip(4), let place = reader.number(8), place <= fileSize - 56
        else { return nil }
        var record = LittleEndianReader(try FileFeed(path: path, range: place..<(place + 56)).bytes(56))
        guard record.number(4) == 0x0606_4B50, record.skip(28), let count = record.number(8),
            let size = record.number(8), let start = record.number(8)
        else { return nil }
        return (count, size, start)
    }

    private static func entry(_ reader: inout LittleEndianReader) -> Entry? {
        guard reader.number(4) == 0x0201_4B50, reader.skip(4), let flags = reader.number(2),
            let method = reader.number(2), reader.skip(4), let sum = reader.number(4),
            var compressedSize = reader.number(4), var size = reader.number(4), let nameSize = reader.number(2),
            let extraSize = reader.number(2), let commentSize = reader.number(2), reader.skip(8),
            var localHeader = reader.number(4), let name = reader.bytes(nameSize), let extra = reader.bytes(extraSize),
            reader.skip(commentSize)
        else { return nil }
        if size == 0xFFFF_FFFF || compressedSize == 0xFFFF_FFFF || localHeader == 0xFFFF_FFFF {
            var fields = LittleEndianReader(extra)
            while let kind = fields.number(2), let length = fields.number(2), let content = fields.bytes(length) {
                guard kind == 1 else { continue }
                var large = LittleEndianReader(content)
                if size == 0xFFFF_FFFF { size = large.number(8) ?? -1 }
                if compressedSize == 0xFFFF_FFFF { compressedSize = large.number(8) ?? -1 }
                if localHeader == 0xFFFF_FFFF { localHeader = large.number(8) ?? -1 }
            }
        }
        guard size >= 0, compressedSize >= 0, localHeader >= 0 else { return nil }
        return Entry(
            name: String(decoding: name, as: UTF8.self), isEncrypted: flags & 1 == 1, method: method,
            compressedSize: compressedSize, size: size, sum: UInt32(truncatingIfNeeded: sum), localHeader: localHeader)
    }

    private static func error(_ path: String, _ rule: String) -> DataError { DataError(path: path, rule: rule) }
}

/// Reads numbers from bytes, the lowest byte first.
struct LittleEndianReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// A number of `size` bytes; nil if fewer are left or if it is 2⁶³ or more.
    mutating func number(_ size: Int) -> Int? {
        guard let bytes = bytes(size) else { return nil }
        return Int(exactly: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    mutating func bytes(_ count: Int) -> [UInt8]? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func skip(_ count: Int) -> Bool { bytes(count) != nil }
}
