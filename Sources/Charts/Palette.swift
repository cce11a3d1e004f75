/// The colours that tell series apart, for people with any kind of colour vision.
///
/// M. Okabe, K. Ito, "Color Universal Design: how to make figures and presentations that are friendly to colorblind
/// people", 2008; in an order whose first colours differ most, and with a yellow dark enough to be seen as a line on
/// white. Past the eighth series the colours come again, darker, then lighter.
public struct Palette: Hashable, Sendable {
    public let colors: [Color]
    let ink: Color
    let paper: Color

    /// Okabe and Ito's eight, for white paper.
    public static let okabeIto = Palette(
        colors: [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x333333, 0xB3A300].map {
            Color(hex: $0)
        }, ink: Color(hex: 0x000000), paper: Color(hex: 0xFFFFFF))

    /// The colour of series `index`, counted from 0.
    public func color(_ index: Int) -> Color {
        let color = colors[index % colors.count]
        return switch index / colors.count % 3 {
        case 0: color
        case 1: color.mixed(with: ink, part: 0.4)
        default: color.mixed(with: paper, part: 0.4)
        }
    }

    /// The dash style of series `index`: solid for the first eight, then another for each eight more.
    public func dash(_ index: Int) -> Dash {
        Dash.allCases[index / colors.count % Dash.allCases.count]
    }
}
