import CCairo

/// A canvas that makes a picture with Cairo, its text set by Pango.
///
/// The pointers it holds belong to it alone: they are made in `init`, freed in `deinit`, never handed out and never
/// shared between threads (the class is not `Sendable`), so that no use can come after the end or at the same time.
/// Nothing in the picture depends on the time or on addresses: equal drawings give equal bytes.
final class CairoCanvas: Canvas {
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let layout: OpaquePointer
    private let families: String
    private let sink = ByteSink()
    private let format: ChartFormat
    private let pixels: (width: Int, height: Int)

    /// - Parameters:
    ///   - page: in points; `resolution` in dots per inch counts for PNG only.
    ///   - title: kept in the metadata of formats that have some.
    init(page: Rectangle, format: ChartFormat, resolution: Double, title: String) throws(ChartError) {
        guard Self.hasFonts else { throw .noFonts }
        guard (10...1200).contains(resolution) else { throw .badResolution(resolution) }
        self.format = format
        families = "DejaVu Sans, Noto Sans, Liberation Sans, sans-serif"
        pixels = (Int((page.width * resolution / 72).rounded()), Int((page.height * resolution / 72).rounded()))
        let closure = Unmanaged.passUnretained(sink).toOpaque()
        let made: OpaquePointer?
        switch format {
        case .png:
            // Cairo's own limit on a side, and 400 MB of pixels.
            guard max(pixels.width, pixels.height) <= 32_767, pixels.width * pixels.height <= 100_000_000 else {
                throw .tooManyPixels(width: pixels.width, height: pixels.height)
            }
            made = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(pixels.width), Int32(pixels.height))
        case .svg:
            made = cairo_svg_surface_create_for_stream(ByteSink.write, closure, page.width, page.height)
        case .pdf:
            made = cairo_pdf_surface_create_for_stream(ByteSink.write, closure, page.width, page.height)
            cairo_pdf_surface_set_metadata(made, CAIRO_PDF_METADATA_TITLE, title)
            cairo_pdf_surface_set_metadata(made, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
        }
        guard let made, let context = cairo_create(made), let layout = pango_cairo_create_layout(context) else {
            throw .cannotDraw("out of memory")
        }
        surface = made
        self.context = context
        self.layout = layout
        if format == .png { cairo_scale(context, resolution / 72, resolution / 72) }
        setUpText()
        cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    private static let hasFonts: Bool = {
        var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count)
        g_free(families)
        return count > 0
    }()

    /// Text is laid out in points and unhinted, so that it is equally wide in every format and resolution.
    private func setUpText() {
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        let pango = pango_layout_get_context(layout)
        pango_cairo_context_set_font_options(pango, options)
        pango_cairo_context_set_resolution(pango, 72)
        pango_context_set_round_glyph_positions(pango, 0)
        cairo_font_options_destroy(options)
        pango_layout_context_changed(layout)
        pango_layout_set_single_paragraph_mode(layout, 1)
    }

    func width(of text: Text) -> Double {
        prepare(text)
        var extents = PangoRectangle()
        pango_layout_get_extents(layout, nil, &extents)
        return Double(extents.width) / Double(PANGO_SCALE)
    }

    func draw(_ primitive: Primitive) {
        switch primitive {
        case .rectangle(let rectangle, let color):
            cairo_rectangle(context, rectangle.left, rectangle.top, rectangle.width, rectangle.height)
            fill(color)
        case .polyline(let points, let stroke):
            guard points.count > 1 else { return }
            trace(points)
            // Of a long line, drawn several points to a pixel, nobody sees the edges.
            cairo_set_antialias(context, points.count > 500 ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT)
            draw(stroke)
            cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT)
        case .polygon(let points, let color):
            trace(points)
            cairo_close_path(context)
            fill(color)
        case .dot(let centre, let radius, let color):
            cairo_new_sub_path(context)
            cairo_arc(context, centre.x, centre.y, radius, 0, 2 * Double.pi)
            fill(color)
        case .segments(let segments, let stroke):
            for segment in segments { trace([segment.start, segment.end]) }
            draw(stroke)
        case .text(let text, let place):
            draw(text, at: place)
        case .clipped(let rectangle, let primitives):
            cairo_save(context)
            cairo_rectangle(context, rectangle.left, rectangle.top, rectangle.width, rectangle.height)
            cairo_clip(context)
            for primitive in primitives { draw(primitive) }
            cairo_restore(context)
        }
    }

    /// The finished file, without metadata for PNG.
    func finish() throws(ChartError) -> [UInt8] {
        if format == .png {
            cairo_surface_flush(surface)
            try check()
            return try PNGEncoder.encode(rgb: rgb(), width: pixels.width, height: pixels.height)
        }
        cairo_show_page(context)
        cairo_surface_finish(surface)
        try check()
        return format == .svg ? Self.withoutSurfaceNumber(sink.bytes) : sink.bytes
    }

    /// Cairo names the drawing by a count of the surfaces that the process has made.
    private static func withoutSurfaceNumber(_ svg: [UInt8]) -> [UInt8] {
        let name = Array("<g id=\"surface".utf8)
        guard let place = svg.firstRange(of: name) else { return svg }
        return Array(svg[..<place.upperBound]) + svg[place.upperBound...].drop { (0x30...0x39).contains($0) }
    }

    private func check() throws(ChartError) {
        for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .cannotDraw(String(cString: cairo_status_to_string(status)))
        }
    }

    /// Rows from the top, three bytes a pixel.
    private func rgb() throws(ChartError) -> [UInt8] {
        guard let data = cairo_image_surface_get_data(surface) else { throw .cannotDraw("no picture was made") }
        let stride = Int(cairo_image_surface_get_stride(surface))
        let (width, height) = pixels
        return [UInt8](unsafeUninitializedCapacity: width * height * 3) { bytes, count in
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

    private func trace(_ points: [Point]) {
        guard let first = points.first else { return }
        cairo_move_to(context, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    }

    private func use(_ color: Color) {
        cairo_set_source_rgba(context, color.red, color.green, color.blue, color.opacity)
    }

    private func fill(_ color: Color) {
        use(color)
        cairo_fill(context)
    }

    private func draw(_ stroke: Stroke) {
        use(stroke.color)
        cairo_set_line_width(context, stroke.width)
        let dashes = stroke.dash.pattern.map { $0 * stroke.width }
        cairo_set_dash(context, dashes, Int32(dashes.count), 0)
        cairo_stroke(context)
    }

    private func draw(_ text: Text, at place: TextPlace) {
        let width = width(of: text)
        cairo_save(context)
        cairo_translate(context, place.origin.x, place.origin.y)
        if place.isUpright { cairo_rotate(context, -Double.pi / 2) }
        let shift =
            switch place.alignment {
            case .leading: 0.0
            case .centre: -width / 2
            case .trailing: -width
            }
        cairo_move_to(context, shift, 0)
        use(text.color)
        if let line = pango_layout_get_line_readonly(layout, 0) { pango_cairo_show_layout_line(context, line) }
        cairo_restore(context)
        cairo_new_path(context)
    }

    private func prepare(_ text: Text) {
        let font = pango_font_description_new()
        pango_font_description_set_family(font, families)
        pango_font_description_set_absolute_size(font, text.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, text.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)

        let attributes = pango_attr_list_new()
        var place: UInt32 = 0
        for run in text.runs {
            let end = place + UInt32(run.string.utf8.count)
            if run.isRaised {
                let unit = text.size * Double(PANGO_SCALE)
                let (size, rise) = (Int32(unit * 0.7), Int32(unit * 0.38))
                for attribute in [pango_attr_size_new_absolute(size), pango_attr_rise_new(rise)] {
                    attribute?.pointee.start_index = place
                    attribute?.pointee.end_index = end
                    pango_attr_list_insert(attributes, attribute)
                }
            }
            place = end
        }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        let string = text.runs.map(\.string).joined()
        pango_layout_set_text(layout, string, Int32(string.utf8.count))
    }
}

/// Gathers what Cairo writes.
private final class ByteSink {
    var bytes: [UInt8] = []

    /// Cairo calls this with the sink itself, which its canvas keeps alive.
    static let write: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t = {
        closure, data, length in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}
