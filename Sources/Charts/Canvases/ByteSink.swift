import CCairo

/// Gathers the bytes that Cairo writes.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    /// The sink as `write` gets it back; it must be kept alive by whoever hands this out.
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    static let write: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t = {
        closure, data, length in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}

/// What has to be put right in Cairo's SVG.
enum SVGText {
    /// Cairo names the drawing by a count of the surfaces that the process has made; without it, equal drawings are
    /// equal. Other files are returned as they are.
    static func withoutSurfaceNumber(_ svg: [UInt8]) -> [UInt8] {
        guard svg.starts(with: Array("<?xml".utf8)) else { return svg }
        guard let place = svg.firstRange(of: Array("<g id=\"surface".utf8)) else { return svg }
        return Array(svg[..<place.upperBound]) + svg[place.upperBound...].drop { (0x30...0x39).contains($0) }
    }
}
