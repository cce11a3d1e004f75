/// The looks of a figure that do not depend on its data; sizes are in points.
public struct Theme: Hashable, Sendable {
    public var paper: Color
    /// Titles and labels.
    public var ink: Color
    /// Subtitles, tick labels and notes.
    public var mutedInk: Color
    public var grid: Color
    public var minorGrid: Color
    public var axisLine: Color
    /// Series that are there for comparison only.
    public var context: Color
    public var palette: Palette

    public var titleSize = 12.0
    public var labelSize = 9.0
    public var smallSize = 8.0
    /// Between the page's edge and everything on it.
    public var margin = 10.0
    public var lineWidth = 1.5
    /// Multiplies the width of every mark's stroke.
    var strokeScale = 1.0

    /// The theme with type and strokes for a page of this size: smaller on a small page, but not in proportion.
    func fitted(to page: Rectangle) -> Theme {
        let standard = FigureSize.standard.page
        let factor = min(page.width / standard.width, page.height / standard.height).squareRoot()
        var theme = self
        for size in [\Theme.titleSize, \.labelSize, \.smallSize, \.margin, \.strokeScale] {
            theme[keyPath: size] *= min(max(factor, 0.7), 1.3)
        }
        return theme
    }

    public static let light = Theme(
        paper: Color(hex: 0xFFFFFF), ink: Color(hex: 0x1A1A1A), mutedInk: Color(hex: 0x595959),
        grid: Color(hex: 0xE4E4E4), minorGrid: Color(hex: 0xF2F2F2), axisLine: Color(hex: 0x4D4D4D),
        context: Color(hex: 0xC4C4C4), palette: .okabeIto)
}
