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
    /// Between the header and the plots.
    var plotGap: Double { margin - 1 }
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

    /// For white pages and screens.
    public static let light = Theme(
        paper: Color(hex: 0xFFFFFF), ink: Color(hex: 0x1A1A1A), mutedInk: Color(hex: 0x595959),
        grid: Color(hex: 0xE4E4E4), minorGrid: Color(hex: 0xF2F2F2), axisLine: Color(hex: 0x4D4D4D),
        context: Color(hex: 0xC4C4C4), palette: .okabeIto)

    /// For dark pages and slides.
    public static let dark = Theme(
        paper: Color(hex: 0x14171C), ink: Color(hex: 0xECEEF1), mutedInk: Color(hex: 0xA9AFB8),
        grid: Color(hex: 0x2E333B), minorGrid: Color(hex: 0x21252B), axisLine: Color(hex: 0x8B929C),
        context: Color(hex: 0x4F5762), palette: .okabeItoOnDark)

    /// For paper that may be copied without colour: no faint grey, and dashes beside colours from the first series on.
    public static let print = Theme(
        paper: Color(hex: 0xFFFFFF), ink: Color(hex: 0x000000), mutedInk: Color(hex: 0x262626),
        grid: Color(hex: 0xC9C9C9), minorGrid: Color(hex: 0xE0E0E0), axisLine: Color(hex: 0x000000),
        context: Color(hex: 0x9C9C9C), palette: .grayProof)
}

/// The themes that a person can ask for by name.
public enum ThemeName: String, CaseIterable, Sendable {
    case light, dark, print

    public var theme: Theme {
        switch self {
        case .light: .light
        case .dark: .dark
        case .print: .print
        }
    }
}
