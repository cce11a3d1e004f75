import CImages

/// What `sweep` decodes and resizes with, by itself: reads files, brings them to a size and keeps nothing.
enum AreaDecoding {
    /// Of a picture that cannot be decoded, with the reason.
    struct Broken: Error {
        let reason: String
    }

    static func decodeAll(_ paths: [String], side: Int) throws {
        try AllCores.forEach(paths) { bytes in
            var pixels = [UInt8](repeating: 0, count: side * side * 3)
            var message = [CChar](repeating: 0, count: Int(IMAGE_MESSAGE_SIZE))
            guard
                image_decode(bytes, bytes.count, UInt32(side), UInt32(side), 3, &pixels, &message) == IMAGE_OK
            else { throw Broken(reason: String(decoding: message.map(UInt8.init(bitPattern:)), as: UTF8.self)) }
        }
    }
}
