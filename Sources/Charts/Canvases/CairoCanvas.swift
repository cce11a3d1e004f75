import CCairo

/// A canvas that makes a picture with Cairo, its text set by Pango.
///
/// The pointers it holds belong to it alone: they are made in `init`, freed in `deinit`, never handed out and never
/// shared between threads (the class is not `Sendable`), so that no use can come after the end or at the same time.
/// Nothing in the picture depends on the time or on addresses: equal drawings give equal bytes.
final class CairoCanvas: Canvas {
    enum Format {
        /// In dots per inch.
        case png(resolution: Double)
        case svg
        case pdf(FileWords)
    }

    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let typesetter: PangoText
    /// What the surface writes to; nil for pixels.
    private let sink: ByteSink?
    /// How long lines of one stroke wait in the context's path to be drawn at once.
    private var waiting: (stroke: Stroke, lines: Int)?

    /// - Parameter page: its size, in points.
    init(page: Rectangle, format: Format) throws(ChartError) {
        try DrawingRoom.check()
        let sink = ByteSink()
        let made: OpaquePointer?
        var scale = 1.0
        switch format {
        case .png(let resolution):
            scale = resolution / 72
            made = try Self.pixels(width: page.width * scale, height: page.height * scale)
        case .svg:
            made = cairo_svg_surface_create_for_stream(ByteSink.write, sink.pointer, page.width, page.height)
        case .pdf(let words):
            made = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.pointer, page.width, page.height)
            for (field, text) in [
                (CAIRO_PDF_METADATA_TITLE, words.title), (CAIRO_PDF_METADATA_SUBJECT, words.description),
                (CAIRO_PDF_METADATA_KEYWORDS, words.command), (CAIRO_PDF_METADATA_CREATOR, FileWords.software),
            ] where !text.isEmpty {
                cairo_pdf_surface_set_metadata(made, field, text)
            }
            cairo_pdf_surface_set_metadata(made, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
        }
        guard let made, let context = cairo_create(made), let typesetter = PangoText(context) else {
            throw .cannotDraw("there is too little memory")
        }
        surface = made
        self.context = context
        self.typesetter = typesetter
        if case .png = format { self.sink = nil } else { self.sink = sink }
        cairo_scale(context, scale, scale)
        cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        guard typesetter.canWrite(Text("Aa0", size: 10, color: Color(hex: 0))) else { throw .noFonts }
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    private static func pixels(width: Double, height: Double) throws(ChartError) -> OpaquePointer? {
        let (width, height) = (Int(width.rounded()), Int(height.rounded()))
        // Cairo's own limit on a side, and 400 MB in all.
        guard max(width, height) <= 32_767, width * height <= 100_000_000 else {
            throw .tooManyPixels(width: width, height: height)
        }
        return cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    }

    func width(of text: Text) -> Double { typesetter.width(of: text) }

    func draw(_ primitive: Primitive) {
        if case .polyline(let points, let stroke) = primitive, canWait(points, stroke) {
            wait(points, stroke)
            return
        }
        drawWaiting()
        switch primitive {
        case .rectangle(let rectangle, let color):
            add(rectangle)
            fill(color)
        case .gradient(let rectangle, let colors):
            fill(rectangle, colors)
        case .polyline(let points, let stroke):
            guard points.count > 1 else { return }
            add(points)
            draw(stroke, points.count > Self.many ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT)
        case .polygon(let points, let color):
            add(points)
            cairo_close_path(context)
            fill(color)
        case .dot(let centre, let radius, let color):
            addCircle(centre, radius)
            fill(color)
        case .circle(let centre, let radius, let stroke):
            addCircle(centre, radius)
            draw(stroke)
        case .segments(let segments, let stroke):
            for segment in segments { add([segment.start, segment.end]) }
            draw(stroke)
        case .text(let text, let place):
            draw(text, at: place)
        case .clipped(let rectangle, let primitives):
            cairo_save(context)
            add(rectangle)
            cairo_clip(context)
            for primitive in primitives { draw(primitive) }
            drawWaiting()
            cairo_restore(context)
        }
    }

    /// The finished file, as PNG without texts and resolution.
    func finish() throws(ChartError) -> [UInt8] {
        guard let sink else { return try PNGEncoder.encode(pixels()) }
        cairo_show_page(context)
        cairo_surface_finish(surface)
        try check()
        return SVGText.withoutSurfaceNumber(sink.bytes)
    }

    /// Of a line with more points than this, drawn several to a pixel, nobody sees the edges.
    private static let many = 500

    /// Whether the line may be drawn together with others: pixels only, and what covers what is beneath.
    private func canWait(_ points: [Point], _ stroke: Stroke) -> Bool {
        sink == nil && points.count > Self.many && stroke.color.opacity == 1
    }

    /// Four lines at once cost a third less than one by one; of more, Cairo has too many edges in hand at a time.
    private func wait(_ points: [Point], _ stroke: Stroke) {
        if let waiting, waiting.stroke != stroke || waiting.lines == 4 { drawWaiting() }
        add(points)
        waiting = (stroke, (waiting?.lines ?? 0) + 1)
    }

    private func drawWaiting() {
        guard let stroke = waiting?.stroke else { return }
        waiting = nil
        // Round corners of lines thinner than a point differ from cut ones by less than a pixel.
        cairo_set_line_join(context, stroke.width <= 1 ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_ROUND)
        draw(stroke, CAIRO_ANTIALIAS_FAST)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    }

    /// What was drawn so far; of a PNG only.
    func pixels() throws(ChartError) -> SurfacePixels {
        drawWaiting()
        cairo_surface_flush(surface)
        try check()
        return try SurfacePixels(surface)
    }

    private func check() throws(ChartError) {
        for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .cannotDraw(String(cString: cairo_status_to_string(status)))
        }
    }

    private func add(_ rectangle: Rectangle) {
        cairo_rectangle(context, rectangle.left, rectangle.top, rectangle.width, rectangle.height)
    }

    private func fill(_ rectangle: Rectangle, _ colors: [Color]) {
        guard let pattern = cairo_pattern_create_linear(0, rectangle.bottom, 0, rectangle.top) else { return }
        for (index, color) in colors.enumerated() {
            let place = Double(index) / Double(max(colors.count - 1, 1))
            cairo_pattern_add_color_stop_rgba(pattern, place, color.red, color.green, color.blue, color.opacity)
        }
        add(rectangle)
        cairo_set_source(context, pattern)
        cairo_fill(context)
        cairo_pattern_destroy(pattern)
    }

    private func add(_ points: [Point]) {
        guard let first = points.first else { return }
        cairo_move_to(context, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    }

    private func addCircle(_ centre: Point, _ radius: Double) {
        cairo_new_sub_path(context)
        cairo_arc(context, centre.x, centre.y, radius, 0, 2 * Double.pi)
        cairo_close_path(context)
    }

    private func use(_ color: Color) {
        cairo_set_source_rgba(context, color.red, color.green, color.blue, color.opacity)
    }

    private func fill(_ color: Color) {
        use(color)
        cairo_fill(context)
    }

    private func draw(_ stroke: Stroke, _ antialias: cairo_antialias_t = CAIRO_ANTIALIAS_DEFAULT) {
        use(stroke.color)
        cairo_set_line_width(context, stroke.width)
        let dashes = stroke.dash.pattern.map { $0 * stroke.width }
        cairo_set_dash(context, dashes, Int32(dashes.count), 0)
        cairo_set_antialias(context, antialias)
        cairo_stroke(context)
        cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT)
    }

    private func draw(_ text: Text, at place: TextPlace) {
        if !typesetter.canWrite(text) { FontGaps.add(typesetter.missing(in: text)) }
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
        typesetter.draw(text)
        cairo_restore(context)
        cairo_new_path(context)
    }
}
