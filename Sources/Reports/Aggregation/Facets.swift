import Analysis
import Charts
import Settings
import SweepViews
import Sweeps

/// A chart as a panel for each value of a hyperparameter.
enum Facets {
    /// - Parameters:
    ///   - areApart: whether what one panel shows cannot be compared with what others do, so that each has its own axis.
    ///   - draw: the chart of the trials in one panel.
    static func figure(
        of results: SweepView, by name: String, options: ChartOptions, areApart: Bool = false,
        draw: (SweepView, ChartOptions) -> Figure?
    ) -> Figure? {
        // What all together look like says what the panels share: the scale, the words.
        guard var figure = draw(results, options) else { return nil }
        let values = ParameterValues(of: name, in: results.trials.map(\.outcome.described))
        var shared = options
        var styles = SeriesStyles(of: results, options: options)
        shared.styles = styles
        if !areApart { shared.isLogarithmic = figure.y.scale == .log }
        shared.timeUnit = figure.x.unit.flatMap(TimeUnit.init)
        func panels() -> [Panel] {
            zip(values.values, values.fullLabels).compactMap { value, label in
                let part = results.keeping(apart: areApart) { ParameterValues.value(of: name, in: $0) == value }
                return draw(part, shared).map { drawn in
                    // Rows of names are each panel's own.
                    let y = areApart || drawn.y.categories != nil && drawn.y != figure.y ? drawn.y : nil
                    return Panel(title: label, marks: drawn.marks, y: y)
                }
            }
        }
        var drawn = panels()
        let names = drawn.map { $0.marks.compactMap { ($0 as? LineMark)?.label } }
        if !names.joined().isEmpty {
            // So many of each panel that the legend can name them all, each in a colour of its own.
            let (top, labels) = named(names, options)
            styles.name(labels)
            (shared.top, shared.styles) = (top, styles)
            drawn = panels()
            if let words = draw(results, shared) {
                (figure.subtitle, figure.styleKeys) = (words.subtitle, words.styleKeys)
            }
        }
        if drawn.isEmpty { return nil }
        figure.panels = drawn
        if areApart, let comparability = results.ranking.comparability {
            figure.subtitle += " \(comparability.sentence())"
        }
        return figure
    }

    /// - Parameter names: of each panel, the best first.
    private static func named(_ names: [[String]], _ options: ChartOptions) -> (top: Int, labels: [String]) {
        let most = options.top ?? ChartOptions.usualTop
        func union(_ top: Int) -> [String] {
            var seen: Set<String> = []
            // The best of each panel first.
            return (0..<top).flatMap { rank in names.compactMap { rank < $0.count ? $0[rank] : nil } }
                .filter { seen.insert($0).inserted }
        }
        func fits(_ labels: [String]) -> Bool {
            labels.count <= ChartOptions.usualTop
                && LegendRoom.count(of: labels, on: options.size, theme: options.theme) >= labels.count
        }
        let top = (1...most).last { fits(union($0)) } ?? 1
        return (top, union(top))
    }
}
