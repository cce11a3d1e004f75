import CJPEG

/// libjpeg-turbo by itself: reads files and decodes them at a scale, on all cores, and keeps nothing.
enum ScaledDecoding {
    /// - Parameter eighths: the scale, in 1...16.
    /// Throws the first error of a file that cannot be read.
    static func decodeAll(_ paths: [String], eighths: UInt32) throws {
        try AllCores.forEach(paths) { decode($0, eighths: eighths) }
    }

    private static func decode(_ bytes: [UInt8], eighths: UInt32) {
        var errors = jpeg_error_mgr()
        var jpeg = jpeg_decompress_struct()
        withUnsafeMutablePointer(to: &errors) { errors in
            jpeg.err = jpeg_std_error(errors)
            jpeg_CreateDecompress(&jpeg, JPEG_LIB_VERSION, MemoryLayout<jpeg_decompress_struct>.size)
            defer { jpeg_destroy_decompress(&jpeg) }
            bytes.withUnsafeBufferPointer { bytes in
                jpeg_mem_src(&jpeg, bytes.baseAddress, UInt(bytes.count))
                jpeg_read_header(&jpeg, 1)
                (jpeg.scale_num, jpeg.scale_denom) = (eighths, 8)
                jpeg_start_decompress(&jpeg)
                var row = [UInt8](repeating: 0, count: Int(jpeg.output_width) * 3)
                row.withUnsafeMutableBufferPointer { row in
                    var start = row.baseAddress
                    while jpeg.output_scanline < jpeg.output_height { jpeg_read_scanlines(&jpeg, &start, 1) }
                }
                jpeg_finish_decompress(&jpeg)
            }
        }
    }
}
