import Charts
import SweepViews

/// The loss of each step's batch.
enum BatchLossChart {
    static let metrics = ["batch_loss"]

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        StepChart(quantity: "batch loss", metric: metrics[0]).figure(of: results, options: options)
    }
}
