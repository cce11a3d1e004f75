import CJPEG
import Foundation

/// Writes JPEG as cameras do: quality 90, half as much colour as brightness.
enum JPEGEncoding {
    /// - Parameter pixels: `[height, width, 3]`.
    static func encoded(_ pixels: [UInt8], _ height: Int, _ width: Int) -> [UInt8] {
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
            (jpeg.image_height, jpeg.image_width) = (UInt32(height), UInt32(width))
            (jpeg.in_color_space, jpeg.input_components) = (JCS_RGB, 3)
            jpeg_set_defaults(&jpeg)
            jpeg_set_quality(&jpeg, 90, 1)
            jpeg_start_compress(&jpeg, 1)
            var rows = pixels
            rows.withUnsafeMutableBufferPointer { rows in
                for row in 0..<height {
                    var start = rows.baseAddress.map { $0 + row * width * 3 }
                    jpeg_write_scanlines(&jpeg, &start, 1)
                }
            }
            jpeg_finish_compress(&jpeg)
            return Array(UnsafeBufferPointer(start: output, count: Int(size)))
        }
    }
}
