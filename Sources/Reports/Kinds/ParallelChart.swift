import Analysis
import Charts
import Settings
import SweepViews
import Sweeps

/// Parallel coordinates: each configuration a line across its hyperparameters to its objective, coloured by that; the
/// best at the top and farthest from the paper.
enum ParallelChart {
    static let usualTop = 8

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let valued = results.ranking.entries.filter { $0.result.mean != nil }
        let choice = ParameterChoice(of: results)
        let most = min(usualTop, max(2, Int(options.size.width * 1.25)))
        let names = choice.varying.count > most ? Array(choice.byImportance.prefix(most)) : choice.varying
        let means = valued.compactMap(\.result.mean)
        guard !names.isEmpty, valued.count > 1,
            let span = ValueSpan(
                results.objective, results.ranking.unit, showing: means, spread: results.ranking.typicalSpread)
        else { return nil }
        let objective = results.objective
        let isReversed = objective.goal == .minimize
        let domain = span.domain
        let shown = valued.filter { domain.contains($0.result.mean ?? .nan) }
        let all = results.trials.map(\.outcome.described)
        let axes = names.map { UprightAxis(of: $0, in: all) }
        let last = ParallelAxis(name: objective.title, domain: domain, scale: span.kind, isReversed: isReversed)
        let scale = ColorScale(
            domain: domain, kind: span.kind, isReversed: isReversed, isForLines: true, theme: options.theme)
        let top = shown.prefix(options.top ?? shown.count)
        let lines: [any Mark] = top.enumerated().reversed().map { index, entry in
            let mean = entry.result.mean ?? .nan
            let color = scale.color(of: mean)
            return LineMark(
                series: "\(index + 1)", x: (0...axes.count).map(Double.init),
                y: axes.map { $0.position(entry.result.described) } + [last.position(mean)],
                stroke: Stroke(
                    index == 0 ? options.theme.palette.color(1) : color.withOpacity(top.count > 100 ? 0.5 : 0.8),
                    width: index == 0 ? options.theme.lineWidth * 1.3 : 0.9))
        }
        let upright = axes.map(\.axis) + [last]
        // The best lies over the axes, but under their words.
        let marks: [any Mark] =
            Array(lines.dropLast()) + [ParallelAxesMark(axes: upright, part: .lines)] + lines.suffix(1)
            + [ParallelAxesMark(axes: upright, part: .words)]
        // Room for the words at both ends of the axes.
        var upwards = Axis("", domain: -0.04...1.07)
        upwards.isHidden = true
        return Figure(
            title: options.title ?? "\(results.sweep): configurations and their \(objective.words)",
            subtitle: subtitle(
                of: results, top: top.map(\.result.values.count), shown: shown.count, valued: valued.count,
                parameters: (names.count, choice.varying.count)),
            x: Axis("", categories: upright.map(\.name)), y: upwards, marks: marks, theme: options.theme,
            size: options.size, command: options.command)
    }

    /// - Parameters:
    ///   - top: how many seeds each of the drawn configurations has.
    ///   - shown: how many lie on the axis of the objective.
    ///   - parameters: how many are drawn of how many.
    private static func subtitle(
        of results: SweepView, top: [Int], shown: Int, valued: Int, parameters: (drawn: Int, all: Int)
    ) -> String {
        var sentences = ["Line: a configuration, \(SeedWords.mean(top)); the thick one is the best."]
        if parameters.drawn < parameters.all {
            sentences.append("Shown: the \(parameters.drawn) most important of \(parameters.all) parameters.")
        }
        if top.count < shown { sentences.append("Shown: the best \(top.count) of \(valued).") }
        let hidden = valued - shown
        if hidden > 0 { sentences.append("Left out: \(hidden) much worse \(hidden == 1 ? "one" : "ones").") }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        return sentences.joined(separator: " ")
    }
}

/// One upright axis with the places of a hyperparameter's values on it, 0 at its lower end and 1 at its upper.
private struct UprightAxis {
    /// Up to so many numbers are written at their places.
    private static let fewNumbers = 6

    let axis: ParallelAxis
    private let values: ParameterValues
    /// The place of each value, where these are named one by one; nil where numbers lie by their size.
    private let places: [Double]?

    init(of name: String, in configurations: [Configuration]) {
        let values = ParameterValues(of: name, in: configurations)
        self.values = values
        let numbers = values.numbers ?? []
        let scale = ParameterScale.kind(of: numbers, named: name)
        let isFew = numbers.count <= Self.fewNumbers
        // Names of few that would lie on each other have even distances instead.
        if let least = numbers.first, let most = numbers.last, !isFew || ParameterScale.closest(numbers, scale) > 0.04 {
            places = nil
            axis = ParallelAxis(name: name, domain: least...most, scale: scale, ticks: isFew ? numbers : nil)
        } else {
            let labels = values.labels
            let places = labels.indices.map { index in
                let place = Double(index) / Double(max(labels.count - 1, 1))
                // The first name of the sweep's file on top, the least number at the bottom.
                return numbers.isEmpty ? 1 - place : place
            }
            self.places = places
            axis = ParallelAxis(name: name, ticks: zip(places, labels).map { .init(position: $0, label: $1) })
        }
    }

    func position(_ configuration: Configuration) -> Double {
        if let places { return values.index(of: configuration).map { places[$0] } ?? .nan }
        return ParameterValues.value(of: values.name, in: configuration)?.number.map(axis.position) ?? .nan
    }
}
