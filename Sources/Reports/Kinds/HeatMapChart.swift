import Analysis
import Charts
import SweepViews
import Sweeps

/// The objective over two hyperparameters, in each cell the best of whatever else varies.
enum HeatMapChart {
    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        guard let (x, y) = parameters(of: results, options) else { return nil }
        let all = results.whole.trials.map(\.outcome.described)
        let (columns, rows) = (ParameterBins(of: x, in: all), ParameterBins(of: y, in: all))
        guard max(columns.labels.count, rows.labels.count) <= 100 else { return nil }
        // The ranking's order: the first in a cell is its best.
        var cells: [Int: Ranking.Entry] = [:]
        for entry in results.ranking.entries where entry.result.mean != nil {
            guard let column = columns.index(of: entry.result.described),
                let row = rows.index(of: entry.result.described)
            else { continue }
            let cell = row * columns.labels.count + column
            if cells[cell] == nil { cells[cell] = entry }
        }
        // Numbers ascend upwards, and the first row is the topmost.
        func place(_ cell: Int) -> (column: Double, row: Double) {
            let (row, column) = cell.quotientAndRemainder(dividingBy: columns.labels.count)
            return (Double(column), Double(rows.isOrdered ? rows.labels.count - 1 - row : row))
        }
        func cell(of entry: Ranking.Entry) -> Int? {
            guard let column = columns.index(of: entry.result.configuration),
                let row = rows.index(of: entry.result.configuration)
            else { return nil }
            return row * columns.labels.count + column
        }
        let empty = results.ranking.entries.filter { $0.result.mean == nil }
        let lost = Set(empty.filter { $0.result.lostCount > 0 }.compactMap(cell)).subtracting(cells.keys).sorted()
        let waiting = Set(empty.compactMap(cell)).subtracting(cells.keys).subtracting(lost)
        let tried = Set(cells.keys).union(lost).union(waiting)
        if options.xParameter == nil, options.yParameter == nil, Self.isLine(tried, columns.labels.count) { return nil }
        let sorted = cells.sorted { $0.key < $1.key }
        let values = sorted.compactMap(\.value.result.mean)
        let objective = results.objective
        // Panels share their colours.
        let compared = options.facet == nil ? values : results.whole.ranking.entries.compactMap(\.result.mean)
        guard let least = values.min(), let greatest = values.max(),
            let span = ValueSpan(
                objective, results.whole.ranking.unit, showing: compared, spread: results.whole.ranking.typicalSpread,
                marksRest: true)
        else { return nil }
        let domain = span.domain
        let beyond = values.filter { !domain.contains($0) }.count
        let scale = ColorScale(
            domain: domain, kind: span.kind, isReversed: objective.goal == .minimize, theme: options.theme)
        let width = domain.upperBound - domain.lowerBound
        let losses = sorted.map { Double($0.value.result.lostCount) }
        let mark = CellMark(
            series: objective.metric, columns: sorted.map { place($0.key).column },
            rows: sorted.map { place($0.key).row }, values: values,
            texts: ValueText.texts(values, span: span.kind == .log ? nil : width) { one, other in
                scale.color(of: one).isTold(from: scale.color(of: other))
            }, scale: scale, corners: losses.contains { $0 > 0 } ? DataColumn("lost", losses) : nil)
        let crosses =
            lost.isEmpty
            ? []
            : [
                DotMark(
                    series: "lost", x: lost.map { place($0).column }, y: lost.map { place($0).row },
                    color: options.theme.mutedInk, shape: .cross)
            ]
        let bar = ColorBar(
            title: objective.title, scale: scale, isOpenBelow: least < domain.lowerBound,
            isOpenAbove: greatest > domain.upperBound)
        var sentences = [
            "Cell: the best configuration with these values, \(SeedWords.mean(sorted.map(\.value.result.values.count)))."
        ]
        if beyond > 0 {
            let end = objective.goal == .maximize ? domain.lowerBound : domain.upperBound
            let words = ValueText.text(end, span: span.kind == .log ? end : width)
            sentences.append("Colours end at \(words); \(beyond) \(beyond == 1 ? "cell is" : "cells are") worse.")
        }
        if mark.corners != nil { sentences.append("Corner: seeds were lost; the mean is that of the others.") }
        if !lost.isEmpty { sentences.append(SeedWords.lost(in: empty.map(\.result))) }
        if !waiting.isEmpty { sentences.append("Without a value yet: \(waiting.count).") }
        let missing = columns.labels.count * rows.labels.count - cells.count - lost.count - waiting.count
        if missing > 0, options.facet == nil { sentences.append("Empty: no configuration has these values.") }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        return Figure(
            title: options.title ?? "\(results.sweep): \(objective.words) by \(x) and \(y)",
            subtitle: sentences.joined(separator: " "), x: columns.axis(), y: rows.axis(isDownwards: true),
            marks: [mark] + crosses,
            // One value has one colour, and says so itself.
            colorBar: least < greatest ? bar : nil, theme: options.theme, size: options.size, command: options.command)
    }

    /// Whether each column, or each row, has a single cell: then it is a list of what was tried with what.
    private static func isLine(_ cells: Set<Int>, _ columns: Int) -> Bool {
        cells.count == max(Set(cells.map { $0 % columns }).count, Set(cells.map { $0 / columns }).count)
    }

    /// What was asked for, filled up with the most important others; nil where fewer than two vary.
    private static func parameters(of results: SweepView, _ options: ChartOptions) -> (x: String, y: String)? {
        if let x = options.xParameter, let y = options.yParameter { return x == y ? nil : (x, y) }
        let asked = [options.xParameter, options.yParameter].compactMap(\.self)
        let rest = ParameterChoice(of: results).byImportance.filter { !asked.contains($0) }
        var names = asked + rest
        // Of a choice and its own option most combinations cannot be.
        if asked.isEmpty, let first = names.first {
            names.removeAll { $0.hasPrefix(first + ".") || first.hasPrefix($0 + ".") }
        }
        guard names.count > 1 else { return nil }
        return options.yParameter == nil ? (names[0], names[1]) : (names[1], names[0])
    }
}
