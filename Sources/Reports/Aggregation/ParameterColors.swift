import Analysis
import Charts
import Settings
import SweepViews
import Sweeps

/// Colours that stand for the values of one hyperparameter: one for each, or a scale for very many numbers.
struct ParameterColors: Hashable, Sendable {
    /// More numbers than this are told apart by a scale better than by name.
    static let mostNames = 8

    let values: ParameterValues
    /// What the scale's colours mean; nil where each value has a colour of its own.
    let colorBar: ColorBar?
    private let palette: Palette

    init(of name: String, in results: SweepView, theme: Theme) {
        values = ParameterValues(of: name, in: results.whole.trials.map(\.outcome.described))
        palette = theme.palette
        guard let numbers = values.numbers, numbers.count > Self.mostNames, let least = numbers.first,
            let greatest = numbers.last
        else {
            colorBar = nil
            return
        }
        let kind: ScaleKind = ParameterScale.kind(of: numbers, named: name)
        colorBar = ColorBar(title: name, scale: ColorScale(domain: least...greatest, kind: kind, theme: theme))
    }

    /// - Parameter place: among `values`.
    func color(_ place: Int) -> Color {
        if let colorBar, let number = values.values[place]?.number { return colorBar.scale.color(of: number) }
        return palette.color(place)
    }

    func dash(_ place: Int) -> Dash { colorBar == nil ? palette.dash(place) : .solid }

    /// What a legend says; nil where the colour bar does.
    func label(_ place: Int) -> String? { colorBar == nil ? values.words[place] : nil }
}
