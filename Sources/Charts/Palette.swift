/// The colours that tell series apart, for people with any kind of colour vision.
///
/// M. Okabe, K. Ito, "Color Universal Design: how to make figures and presentations that are friendly to colorblind
/// people", 2008; in an order whose first colours differ most, and with a yellow dark enough to be seen as a line on
/// white. Past the eighth series the colours come again, nearer to the ink, then nearer to the paper.
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

    /// Okabe and Ito's eight, for white paper.
    public static let okabeIto = Palette(
        [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x333333, 0xB3A300], ink: 0x000000,
        paper: 0xFFFFFF)

    /// The same hues in the same order, bright enough for dark paper.
    public static let okabeItoOnDark = Palette(
        [0x4B9FE3, 0xF0722B, 0x1FB88B, 0xDE8DBA, 0xF0B02E, 0x94D4F7, 0xD3D7DC, 0xE8DC45], ink: 0xFFFFFF,
        paper: 0x14171C)

    /// Dark and light in turn, so that neighbours differ without colour too.
    public static let grayProof = Palette(
        [0x000000, 0xCC5500, 0x00497A, 0x009268, 0x6B1F52, 0xA87900, 0x3D3D3D, 0x3A8FC4], ink: 0x4D4D4D,
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
