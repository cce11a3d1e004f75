import CJPEG
import Foundation

/// Writes JPEG, unless told otherwise as cameras do: quality 90, half as much colour as brightness.
enum JPEGEncoding {
    /// - Parameters:
    ///   - pixels: `[height, width, components]` of `space`.
    ///   - stored: the colours in the file.
    ///   - quality: from 1 to 100.
    static func encoded(
        _ pixels: [UInt8], _ height: Int, _ width: Int, _ space: J_COLOR_SPACE = JCS_RGB,
        as stored: J_COLOR_SPACE = JCS_YCbCr, quality: Int32 = 90, isProgressive: Bool = false
    ) -> [UInt8] {
        var errors = jpeg_error_mgr()
        var jpeg = jpeg_compress_struct()
        return withUnsafeMutablePointer(to: &errors) { errors in
            jpeg.err = jpeg_std_error(errors)
            jpeg_CreateCompress(&jpeg, JPEG_LIB_VERSION, MemoryLayout<jpeg_compress_struct>.size)
            defer { jpeg_destroy_compress(&jpeg) }
            var output: UnsafeMutablePointer<UInt8>?
            var size: UInt = 0
            jpeg_mem_dest(&jpeg, &output, &size)
            defer { free(output) }
            let rowLength = pixels.count / height
            (jpeg.image_height, jpeg.image_width) = (UInt32(height), UInt32(width))
            (jpeg.in_color_space, jpeg.input_components) = (space, Int32(rowLength / width))
            jpeg_set_defaults(&jpeg)
            jpeg_set_colorspace(&jpeg, stored)
            jpeg_set_quality(&jpeg, quality, 1)
            if isProgressive { jpeg_simple_progression(&jpeg) }
            jpeg_start_compress(&jpeg, 1)
            var rows = pixels
            rows.withUnsafeMutableBufferPointer { rows in
                for row in 0..<height {
                    var start = rows.baseAddress.map { $0 + row * rowLength }
                    jpeg_write_scanlines(&jpeg, &start, 1)
                }
            }
            jpeg_finish_compress(&jpeg)
            return Array(UnsafeBufferPointer(start: output, count: Int(size)))
        }
    }
}
