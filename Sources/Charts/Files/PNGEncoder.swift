import CPNG

/// Writes pixels as PNG, through libpng's simplified interface, and adds what that cannot: resolution and text.
enum PNGEncoder {
    static func encode(_ pixels: SurfacePixels) throws(ChartError) -> [UInt8] {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        image.width = png_uint_32(pixels.width)
        image.height = png_uint_32(pixels.height)
        image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
        defer { png_image_free(&image) }

        // A chart is mostly paper; one pass with room for the worst case beats asking for the size first.
        let count = pixels.bytes.count
        var size = png_alloc_size_t(count + count / 100 + pixels.height + 4096)
        var isDone = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            isDone = png_image_write_to_memory(&image, buffer.baseAddress, &size, 0, pixels.bytes, 0, nil) != 0
            count = isDone ? Int(size) : 0
        }
        guard isDone else { throw .cannotDraw(message(of: image)) }
        return bytes
    }

    /// The file with its resolution (dots per inch) and texts, by keyword, as international text (UTF-8).
    static func adding(_ texts: [(keyword: String, text: String)], resolution: Double, to png: [UInt8]) -> [UInt8] {
        // The signature and the header chunk come first and are always this long.
        let head = 8 + 25
        let perMeter = UInt32((resolution / 0.0254).rounded())
        var result = Array(png.prefix(head))
        result += chunk("pHYs", bytes(perMeter) + bytes(perMeter) + [1])
        for (keyword, text) in texts where !text.isEmpty {
            // Keyword, not compressed, no language, no translated keyword.
            result += chunk("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(text.utf8).filter { $0 != 0 })
        }
        return result + png.dropFirst(head)
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + data
        return bytes(UInt32(data.count)) + checked + bytes(CRC32.of(checked))
    }

    private static func bytes(_ word: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }

    private static func message(of image: png_image) -> String {
        withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

/// The checksum of PNG chunks.
///
/// W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", 2025, annex D.
enum CRC32 {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
    }
}
