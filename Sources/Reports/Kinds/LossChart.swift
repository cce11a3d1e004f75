import Charts
import SweepViews

/// Training and dev loss per epoch.
enum LossChart {
    static let metrics = ["train_loss", "dev_loss"]

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        TrainDevChart(quantity: "loss", train: "train_loss", dev: "dev_loss", isUnbounded: true)
            .figure(of: results, options: options)
    }
}
