/// The colours that tell series apart, for people with any kind of colour vision.
///
/// M. Okabe, K. Ito, "Color Universal Design: how to make figures and presentations that are friendly to colorblind
/// people", 2008; in an order whose first colours differ most. Its last ones are not theirs: yellow, orange and sky blue
/// are too light to be seen as thin lines on white; all have a contrast of at least 3 to their paper. Past the eighth series the colours come again, nearer to the ink, then nearer to the paper.
public struct Palette: Hashable, Sendable {
    public let colors: [Color]
    /// What the colours are mixed with when they come again.
    let ink: Color
    let paper: Color
    /// Whether neighbours differ in their dashes too, and not only series that share a colour.
    let dashesEverySeries: Bool

    private init(_ colors: [UInt32], ink: UInt32, paper: UInt32, dashesEverySeries: Bool = false) {
        self.colors = colors.map { Color(hex: $0) }
        self.ink = Color(hex: ink)
        self.paper = Color(hex: paper)
        self.dashesEverySeries = dashesEverySeries
    }

    /// For white paper.
    public static let okabeIto = Palette(
        [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x7A5A10, 0x1D97F8, 0x222222, 0x7B2F80], ink: 0x000000,
        paper: 0xFFFFFF)

    /// The same hues in the same order, bright enough for dark paper.
    public static let okabeItoOnDark = Palette(
        [0x4B9FE3, 0xF0722B, 0x1FB88B, 0xDE8DBA, 0xF0D060, 0x94D4F7, 0xD3D7DC, 0x9B5FD0], ink: 0xFFFFFF,
        paper: 0x14171C)

    /// Dark and light in turn, and none as light as another, so that they differ without colour too.
    public static let grayProof = Palette(
        [0x000000, 0xD44C00, 0x003483, 0x18A863, 0x420C3C, 0x067A7A, 0x634305, 0x3984F5], ink: 0x4D4D4D,
        paper: 0xFFFFFF, dashesEverySeries: true)

    /// The colour of series `index`, counted from 0.
    public func color(_ index: Int) -> Color {
        let color = colors[index % colors.count]
        return switch index / colors.count % 3 {
        case 0: color
        case 1: color.mixed(with: ink, part: 0.4)
        default: color.mixed(with: paper, part: 0.4)
        }
    }

    /// The dash style of series `index`: solid for the first eight, then another for each eight more; or another for
    /// each series.
    public func dash(_ index: Int) -> Dash {
        Dash.allCases[(dashesEverySeries ? index : index / colors.count) % Dash.allCases.count]
    }
}
