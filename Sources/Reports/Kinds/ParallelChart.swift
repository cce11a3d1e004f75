import Analysis
import Charts
import Foundation
import Settings
import Sweeps

/// Parallel coordinates: each configuration a line across its hyperparameters to its objective, coloured by that.
enum ParallelChart {
    static let usualTop = 8

    static func figure(of results: SweepResults, options: ChartOptions) -> Figure? {
        let valued = results.ranking.entries.filter { $0.result.mean != nil }
        let choice = ParameterChoice(of: results)
        let names = choice.varying.count > usualTop ? Array(choice.byImportance.prefix(usualTop)) : choice.varying
        let means = valued.compactMap(\.result.mean)
        guard !names.isEmpty, valued.count > 1, let least = means.min(), let greatest = means.max() else { return nil }
        let objective = results.objective
        let domain = ObjectiveAxis.room(means) ?? least...greatest
        let hidden = means.filter { !domain.contains($0) }.count
        let shown = valued.filter { domain.contains($0.result.mean ?? .nan) }
        let axes = names.map { UprightAxis(of: $0, in: results.trials.map(\.outcome.trial.configuration)) }
        let last = UprightAxis(of: objective.title, from: domain)
        let scale = ColorScale(domain: domain, theme: options.theme)
        let top = shown.prefix(options.top ?? shown.count)
        let lines: [any Mark] = top.enumerated().reversed().map { index, entry in
            let mean = entry.result.mean ?? .nan
            let color = scale.color(of: mean)
            return LineMark(
                series: "\(index + 1)", x: (0...axes.count).map(Double.init),
                y: axes.map { $0.position(entry.result.configuration) } + [last.position(mean)],
                stroke: Stroke(
                    index == 0 ? options.theme.palette.color(1) : color.withOpacity(top.count > 100 ? 0.5 : 0.8),
                    width: index == 0 ? options.theme.lineWidth * 1.3 : 0.9))
        }
        let upright = ParallelAxesMark(axes: (axes + [last]).map(\.axis))
        var sentences = [
            "Line: a configuration, \(SeedWords.mean(top.map(\.result.values.count))); the thick one is the best."
        ]
        if top.count < shown.count { sentences.append("Shown: the best \(top.count) of \(valued.count).") }
        if hidden > 0 {
            sentences.append("Left out: \(hidden) much worse \(hidden == 1 ? "one" : "ones").")
        }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        // Room for the words at both ends of the axes.
        var upwards = Axis("", domain: -0.05...1.05)
        upwards.isHidden = true
        return Figure(
            title: options.title ?? "\(results.sweep): configurations and their \(objective.words)",
            subtitle: sentences.joined(separator: " "),
            x: Axis("", categories: (axes + [last]).map(\.axis.name)), y: upwards,
            marks: lines + [upright], colorBar: ColorBar(title: objective.title, scale: scale), theme: options.theme,
            size: options.size, command: options.command)
    }
}

/// One upright axis with the places of values on it, 0 at its lower end and 1 at its upper.
private struct UprightAxis {
    let axis: ParallelAxis
    private let values: ParameterValues?
    private let domain: ClosedRange<Double>?
    private let scale: ValueScale

    init(of name: String, in configurations: [Configuration]) {
        let values = ParameterValues(of: name, in: configurations)
        self.values = values
        guard let numbers = values.numbers, let least = numbers.first, let most = numbers.last else {
            let last = Double(max(values.labels.count - 1, 1))
            let ticks = values.labels.enumerated().map { index, label in
                // The first of the sweep's file on top.
                ParallelAxis.Tick(position: 1 - Double(index) / last, label: label)
            }
            (axis, domain, scale) = (ParallelAxis(name: name, ticks: ticks), nil, .linear)
            return
        }
        let scale = ValueScale(fitting: numbers)
        let few = numbers.count <= 6 ? numbers : Self.spread(from: least, to: most, on: scale)
        self.scale = scale
        domain = least...most
        axis = ParallelAxis(
            name: name,
            ticks: few.map { .init(position: Self.place($0, least...most, scale), label: ValueText.short($0)) })
    }

    init(of name: String, from domain: ClosedRange<Double>) {
        let span = domain.upperBound - domain.lowerBound
        let few = Self.spread(from: domain.lowerBound, to: domain.upperBound, on: .linear)
        (values, self.domain, scale) = (nil, domain, .linear)
        axis = ParallelAxis(
            name: name,
            ticks: few.map { .init(position: Self.place($0, domain, .linear), label: ValueText.text($0, span: span)) })
    }

    func position(_ configuration: Configuration) -> Double {
        guard let values else { return .nan }
        if let domain {
            let number = ParameterValues.value(of: values.name, in: configuration)?.number
            return number.map { Self.place($0, domain, scale) } ?? .nan
        }
        let last = Double(max(values.labels.count - 1, 1))
        return values.index(of: configuration).map { 1 - Double($0) / last } ?? .nan
    }

    func position(_ value: Double) -> Double { domain.map { Self.place(value, $0, scale) } ?? .nan }

    private static func place(_ value: Double, _ domain: ClosedRange<Double>, _ scale: ValueScale) -> Double {
        let (start, end) = (scale.position(domain.lowerBound), scale.position(domain.upperBound))
        return end > start ? (scale.position(value) - start) / (end - start) : 0.5
    }

    private static func spread(from least: Double, to most: Double, on scale: ValueScale) -> [Double] {
        let (start, end) = (scale.position(least), scale.position(most))
        return least < most ? [0, 0.25, 0.5, 0.75, 1].map { scale.value(start + (end - start) * $0) } : [least]
    }
}
