import CImages

/// An encoded picture, PNG or JPEG by its first bytes.
struct Picture {
    /// The most bytes of a file.
    static let mostBytes = 1 << 28

    struct Info: Hashable {
        let height: Int
        let width: Int
        let isGrey: Bool
    }

    /// Why a picture cannot be decoded: a clause about it.
    struct Broken: Error, Hashable {
        let reason: String
    }

    let bytes: [UInt8]

    /// Reads a file. Throws a `DataError` with the system's reason, or if it is too large.
    init(path: String) throws(DataError) {
        let feed = try FileFeed(path: path)
        guard feed.range.count <= Self.mostBytes else {
            throw DataError(path: path, rule: "it has more than \(Self.mostBytes) bytes, the most of a picture")
        }
        bytes = try feed.bytes(feed.range.count)
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What the header says.
    func info() throws(Broken) -> Info {
        var info = image_info()
        try call { message in image_read_info(bytes, bytes.count, &info, message) }
        return Info(height: Int(info.height), width: Int(info.width), isGrey: info.is_grey)
    }

    /// The pixels `[height, width, channels]`, resized by area averaging.
    ///
    /// - Parameter channels: 1 or 3.
    func pixels(_ size: PictureSize, channels: Int) throws(Broken) -> [UInt8] {
        precondition(channels == 1 || channels == 3, "\(channels) channels")
        var pixels = [UInt8](repeating: 0, count: size.height * size.width * channels)
        try call { message in
            image_decode(
                bytes, bytes.count, UInt32(size.height), UInt32(size.width), UInt32(channels), &pixels, message)
        }
        return pixels
    }

    private func call(_ body: (UnsafeMutablePointer<CChar>) -> image_result) throws(Broken) {
        var broken: Broken?
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(IMAGE_MESSAGE_SIZE)) { message in
            guard let start = message.baseAddress else { return }
            message.initialize(repeating: 0)
            if body(start) != IMAGE_OK { broken = Broken(reason: String(cString: start)) }
        }
        if let broken { throw broken }
    }
}
