import Charts
import SweepViews

/// The loss of each step's batch: a smoothed line over the faint values themselves, for the best configurations.
enum BatchLossChart {
    static let metrics = ["batch_loss"]

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let shown = ShownConfigurations(
            of: results, metrics: metrics, showsOthers: false, mostNames: ChartOptions.mostNames, options: options)
        let theme = options.theme
        let progress = options.progress ?? .step
        let measured = shown.named.compactMap { group in
            SeedCurve(of: metrics[0], in: group.first.comparable, perStep: true, over: progress).map { (group, $0) }
        }
        let curves = measured.map(\.1)
        guard let last = curves.compactMap(\.x.last).max() else { return nil }
        let (horizontal, factor) = progress.axis(upTo: last, unit: options.timeUnit, isWhole: progress == .step)
        var (raw, smooth): ([LineMark], [LineMark]) = ([], [])
        var windows: Set<Int> = []
        for (group, curve) in measured.map({ ($0, $1.stretched(by: factor)) }) {
            let window = options.smoothing ?? Smoothing.window(for: curve.mean.count)
            windows.insert(window)
            // Many faint lines together are not faint.
            let opacity = shown.named.count > 3 ? 0.14 : 0.25
            if window > 1 {
                raw.append(
                    LineMark(
                        series: "\(group.series) (raw)", x: curve.x, y: curve.mean,
                        stroke: Stroke(group.color.withOpacity(opacity), width: 0.5)))
            }
            smooth.append(
                LineMark(
                    series: group.series, label: group.label, x: curve.x,
                    y: Smoothing.centredMean(curve.mean, window: window),
                    stroke: Stroke(group.color, width: theme.lineWidth * (shown.areMany ? 0.7 : 1), dash: group.dash),
                    isBroken: group.first.isDiverged))
        }
        let axis = CurveAxis(
            curves.map(\.mean), diverged: smooth.map(\.isBroken), logarithmicFrom: 1000, asked: options.yScale)
        let rawRoom = axis.room(behind: smooth.map(\.y))
        return Figure(
            title: options.title ?? "\(results.sweep): batch loss \(progress.words)",
            subtitle: subtitle(shown, curves, windows, hasCrosses: smooth.contains(where: \.isBroken)),
            x: horizontal, y: Axis("Batch loss", scale: axis.scale),
            marks: raw.map { $0.with(room: rawRoom) } + smooth.map { $0.with(room: axis.room) },
            colorKeys: shown.colorKeys, colorBar: shown.colorBar, theme: theme, size: options.size,
            command: options.command)
    }

    private static func subtitle(
        _ shown: ShownConfigurations, _ curves: [SeedCurve], _ windows: Set<Int>, hasCrosses: Bool
    ) -> String {
        let widths = windows.sorted()
        var more: [String] = []
        if let least = widths.first, let most = widths.last, most > 1 {
            more = ["Bold: the mean over \(least == most ? "\(most)" : "\(least)–\(most)") steps; faint: each step."]
        }
        return shown.subtitle(curves, hasCrosses: hasCrosses, more: more)
    }
}
