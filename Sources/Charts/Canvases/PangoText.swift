import CCairo

/// Measures and draws lines of text for one Cairo context.
///
/// The layout it holds is made in `init`, freed in `deinit` and never handed out. Pango's font map is the thread's own;
/// the class is not `Sendable`, so it stays on its thread of use.
final class PangoText {
    private let context: OpaquePointer
    private let layout: OpaquePointer
    /// The text that the layout now holds, so that what was just measured is not set again.
    private var current: Text?

    /// The first that the system has is used; DejaVu has all that charts need.
    private static let families = "DejaVu Sans, Noto Sans, Liberation Sans, sans-serif"

    /// - Parameter context: of Cairo; it must live as long as this.
    /// - Returns: nil where there is no memory.
    init?(_ context: OpaquePointer) {
        guard let layout = pango_cairo_create_layout(context) else { return nil }
        self.context = context
        self.layout = layout
        // Unhinted and in points, text is equally wide in every format and resolution.
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

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
    }

    /// Whether there is a font to write `text` with; without one Pango draws empty boxes.
    func canWrite(_ text: Text) -> Bool {
        set(text)
        return pango_layout_get_unknown_glyphs_count(layout) == 0
    }

    /// The characters of `text` that no font has.
    func missing(in text: Text) -> Set<Character> {
        Set(text.plain).filter { !canWrite(Text(String($0), size: text.size, color: text.color)) }
    }

    /// In points.
    func width(of text: Text) -> Double {
        set(text)
        var extents = PangoRectangle()
        pango_layout_get_extents(layout, nil, &extents)
        return Double(extents.width) / Double(PANGO_SCALE)
    }

    /// Draws at the context's current point, which is where the base line starts.
    func draw(_ text: Text) {
        set(text)
        if let line = pango_layout_get_line_readonly(layout, 0) { pango_cairo_show_layout_line(context, line) }
    }

    private func set(_ text: Text) {
        if current == text { return }
        current = text
        let unit = text.size * Double(PANGO_SCALE)
        let font = pango_font_description_new()
        pango_font_description_set_family(font, Self.families)
        pango_font_description_set_absolute_size(font, unit)
        pango_font_description_set_weight(font, text.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)

        let attributes = pango_attr_list_new()
        var place: UInt32 = 0
        for run in text.runs {
            let end = place + UInt32(run.string.utf8.count)
            if run.isRaised {
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
