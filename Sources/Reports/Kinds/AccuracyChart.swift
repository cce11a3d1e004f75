import Charts
import SweepViews

/// Training and dev accuracy per epoch.
enum AccuracyChart {
    static let metrics = ["train_accuracy", "dev_accuracy"]

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        TrainDevChart(quantity: "accuracy", train: "train_accuracy", dev: "dev_accuracy", isUnbounded: false)
            .figure(of: results, options: options)
    }
}
