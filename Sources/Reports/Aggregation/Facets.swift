import Analysis
import Charts
import Settings
import Sweeps

/// A chart of curves as a panel for each value of a hyperparameter.
enum Facets {
    /// - Parameter draw: the chart of the trials in one panel.
    static func figure(
        of results: SweepResults, by name: String, options: ChartOptions,
        draw: (SweepResults, ChartOptions) -> Figure?
    ) -> Figure? {
        // What all together look like says what the panels share: the scale, the words.
        guard var figure = draw(results, options) else { return nil }
        let values = ParameterValues(of: name, in: results.trials.map(\.outcome.trial.configuration))
        var shared = options
        shared.styles = SeriesStyles(of: results, options: options)
        shared.isLogarithmic = figure.y.scale == .log
        shared.timeUnit = figure.x.unit.flatMap(TimeUnit.init)
        let panels = zip(values.values, values.fullLabels).compactMap { value, label -> Panel? in
            let part = results.keeping { ParameterValues.value(of: name, in: $0) == value }
            return draw(part, shared).map { Panel(title: label, marks: $0.marks) }
        }
        if panels.isEmpty { return nil }
        figure.panels = panels
        return figure
    }
}
