import Charts
import SweepViews

extension Figure {
    /// The figure with what was asked of its trials among its words.
    func told(of results: SweepView) -> Figure {
        var figure = self
        let condition = results.condition.map { "Only trials with \($0)." }
        figure.subtitle = [subtitle, condition ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return figure
    }

    /// The figure with a table of what short names in it stand for.
    func explaining(_ names: NameTable?) -> Figure {
        var figure = self
        figure.names = names
        return figure
    }

    /// The figure with its axes as long as was asked; an axis of names has no ends.
    func ending(_ options: ChartOptions) -> Figure {
        func ended(_ axis: Axis, _ range: AxisRange?) -> Axis {
            range == nil || axis.categories != nil ? axis : axis.ending(at: range)
        }
        var figure = self
        figure.x = ended(x, options.xRange)
        figure.y = ended(y, options.yRange)
        for index in figure.panels.indices {
            figure.panels[index].x = figure.panels[index].x.map { ended($0, options.xRange) }
            figure.panels[index].y = figure.panels[index].y.map { ended($0, options.yRange) }
        }
        return figure
    }
}
