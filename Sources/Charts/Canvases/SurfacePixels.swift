import CCairo

/// The pixels of a picture: rows from the top, three bytes (red, green, blue) a pixel.
struct SurfacePixels {
    let width: Int
    let height: Int
    let bytes: [UInt8]

    /// - Parameter surface: a finished image surface of Cairo's, in the format RGB24.
    init(_ surface: OpaquePointer) throws(ChartError) {
        guard let data = cairo_image_surface_get_data(surface) else { throw .cannotDraw("no picture was made") }
        let stride = Int(cairo_image_surface_get_stride(surface))
        let width = Int(cairo_image_surface_get_width(surface))
        let height = Int(cairo_image_surface_get_height(surface))
        (self.width, self.height) = (width, height)
        bytes = [UInt8](unsafeUninitializedCapacity: width * height * 3) { bytes, count in
            for row in 0..<height {
                // Cairo keeps a pixel as one number in the machine's byte order, and rows at multiples of four bytes.
                let words = UnsafeRawPointer(data + row * stride)
                for column in 0..<width {
                    let word = words.load(fromByteOffset: 4 * column, as: UInt32.self)
                    let place = (row * width + column) * 3
                    bytes[place] = UInt8(truncatingIfNeeded: word >> 16)
                    bytes[place + 1] = UInt8(truncatingIfNeeded: word >> 8)
                    bytes[place + 2] = UInt8(truncatingIfNeeded: word)
                }
            }
            count = width * height * 3
        }
    }
}
