import Charts
import SweepViews

/// A metric of each step: a smoothed line over the faint values themselves, for the best configurations.
struct StepChart {
    /// As in `batch loss`.
    let quantity: String
    let metric: String
    /// The metrics of which configurations have measured one that are named; nil: this one.
    var shownBy: [String]?

    func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let shown = ShownConfigurations(
            of: results, metrics: shownBy ?? [metric], showsOthers: false, options: options)
        let theme = options.theme
        let progress = options.progress ?? .step
        let measured = shown.named.compactMap { group in
            SeedCurve(of: metric, in: group.first.comparable, perStep: true, over: progress).map { (group, $0) }
        }
        guard let last = measured.compactMap(\.1.x.last).max() else { return nil }
        let (horizontal, factor) = progress.axis(upTo: last, unit: options.timeUnit, isWhole: progress == .step)
        let look = CurveLook(theme: theme, named: shown.named.count, dashesTell: shown.dashesTell)
        var (raw, smooth): ([LineMark], [LineMark]) = ([], [])
        var (windows, curves): (Set<Int>, [SeedCurve]) = ([], [])
        for (group, curve) in measured {
            let window = options.smoothing ?? Smoothing.window(for: curve.mean.count)
            let curve = curve.stretched(by: factor)
            guard let visible = curve.limited(to: options.xRange),
                let smoothed = curve.smoothed(over: window).limited(to: options.xRange)
            else { continue }
            windows.insert(window)
            curves.append(visible)
            // Many faint lines together are not faint.
            let opacity = shown.named.count > 3 ? 0.14 : 0.25
            if window > 1 {
                raw.append(
                    LineMark(
                        series: "\(group.series) (raw)", x: visible.x, y: visible.mean,
                        stroke: Stroke(group.color.withOpacity(opacity), width: 0.5)))
            }
            smooth.append(
                LineMark(
                    series: group.series, label: group.label, x: smoothed.x, y: smoothed.mean,
                    stroke: look.stroke(group.color, group.dash), isBroken: group.first.isDiverged))
        }
        if smooth.isEmpty { return nil }
        let axis = CurveAxis(
            smooth.map { .init(values: $0.y, isDiverged: $0.isBroken) },
            logarithmicFrom: results.stepsLogarithmicFrom, asked: options.yScale)
        let rawRoom = axis.room(behind: smooth.map(\.y))
        let lines = smooth.map { $0.with(room: axis.room) }
        return Figure(
            title: options.title ?? "\(results.sweep): \(quantity) \(progress.words)",
            subtitle: subtitle(shown, curves, windows, hasCrosses: smooth.contains(where: \.isBroken)),
            x: horizontal, y: Axis(quantity.prefix(1).uppercased() + quantity.dropFirst(), scale: axis.scale),
            marks: raw.map { $0.with(room: rawRoom) } + lines + [DepartureMark(of: lines)],
            colorKeys: shown.colorKeys, colorBar: shown.colorBar, theme: theme, size: options.size,
            command: options.command
        ).explaining(shown.names)
    }

    private func subtitle(
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
