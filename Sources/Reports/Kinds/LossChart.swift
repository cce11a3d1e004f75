import Charts
import SweepViews
import Sweeps

/// Training and dev loss per epoch.
enum LossChart {
    static let metrics = ["train_loss", "dev_loss"]

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        CurveChart(
            quantity: "loss", sets: [.train("train_loss"), .dev("dev_loss")], goal: .minimize, isUnbounded: true
        ).figure(of: results, options: options)
    }
}
