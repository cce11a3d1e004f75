import Charts
import SweepViews
import Sweeps

/// Training and dev accuracy per epoch.
enum AccuracyChart {
    static let metrics = ["train_accuracy", "dev_accuracy"]

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        CurveChart(
            quantity: "accuracy", sets: [.train("train_accuracy"), .dev("dev_accuracy")], goal: .maximize,
            isUnbounded: false
        ).figure(of: results, options: options)
    }
}
