import Foundation

/// One of the upright axes of parallel coordinates.
public struct ParallelAxis: Hashable, Sendable {
    public struct Tick: Hashable, Sendable {
        /// 0 at the axis' lower end, 1 at its upper.
        public let position: Double
        public let label: String

        public init(position: Double, label: String) {
            self.position = position
            self.label = label
        }
    }

    public let name: String
    /// Of values with names; nil where ticks are round numbers.
    public let ticks: [Tick]?
    private let scale: Scale
    private let isReversed: Bool

    /// An axis on which places have names.
    public init(name: String, ticks: [Tick]) {
        self.name = name
        self.ticks = ticks
        scale = Scale(.linear, from: 0, to: 1)
        isReversed = false
    }

    /// An axis of numbers from one end to the other.
    ///
    /// - Parameters:
    ///   - ticks: the values to label; nil: round ones.
    ///   - isReversed: whether the least is at the top.
    public init(
        name: String, domain: ClosedRange<Double>, scale kind: ScaleKind, ticks: [Double]? = nil,
        isReversed: Bool = false
    ) {
        var range = DataRange(scale: kind)
        range.include([domain.lowerBound, domain.upperBound])
        let scale = Scale(Axis("", scale: kind), showing: range, padding: 0)
        self.name = name
        self.scale = scale
        self.isReversed = isReversed
        // Of one value there is nothing to tell beyond that.
        let isOne = domain.lowerBound == domain.upperBound
        self.ticks = (isOne ? [domain.lowerBound] : ticks)?.map { value in
            let position = scale.position(value) ?? .nan
            return Tick(
                position: isReversed ? 1 - position : position,
                label: String(format: isOne ? "%.4g" : "%.6g", value))
        }
    }

    /// Where a number lies, 0 at the axis' lower end and 1 at its upper; NaN for one without a place.
    public func position(_ value: Double) -> Double {
        scale.position(value).map { isReversed ? 1 - $0 : $0 } ?? .nan
    }

    /// What to write on an axis of this height.
    fileprivate func labels(height: Double, size: Double) -> [(position: Double, label: [Text.Run])] {
        if let ticks {
            let labels = TypesetNumber.together(ticks.map(\.label))
            return zip(ticks, labels).map { ($0.position, .plain($1)) }
        }
        let round = Ticks(scale, isWhole: false, room: .init(length: height, spacing: 40, gap: 4) { _ in size })
        return round.major.map { (isReversed ? 1 - $0.position : $0.position, $0.label) }
    }
}

/// Upright axes with their own ticks at x = 0, 1, 2 …, for lines over x whose y is in 0...1.
///
/// Two marks make the axes, so that a line can lie between: the lines with pieces of paper for the words, and the
/// words. The first axis has its words to the left, the last to the right; those between have theirs above the height
/// that they name, where lines from the left that end there do not cross them. The figure's vertical axis is hidden;
/// its horizontal one has the axes' names as categories.
public struct ParallelAxesMark: Mark {
    public enum Part: Hashable, Sendable {
        case lines, words
    }

    public let axes: [ParallelAxis]
    public let part: Part

    private static let gap = AxesDrawing.labelGap

    public init(axes: [ParallelAxis], part: Part) {
        self.axes = axes
        self.part = part
    }

    public var series: String { "axes" }

    public var key: Key? { nil }

    /// No data of its own.
    public var columns: [DataColumn] { [] }

    /// Its words need room at the ends.
    public var isClipped: Bool { false }

    public func extend(x: inout DataRange, y: inout DataRange) {
        x.include(axes.indices.map(Double.init))
        y.include([-0.02, 1.02])
    }

    /// What half a band leaves too little room for.
    public func margins(beside width: Double, _ typesetter: Typesetter) -> (left: Double, right: Double) {
        let count = Double(max(axes.count, 2))
        func wanted(_ axis: ParallelAxis?) -> Double {
            let labels = axis?.labels(height: 200, size: typesetter.theme.smallSize).map(\.label) ?? []
            let widest = labels.map { typesetter.width($0, size: typesetter.theme.smallSize) }.max() ?? 0
            // Names take at most a quarter of the page; room on both sides makes the bands narrower.
            return max(min(widest, width / 4) + Self.gap - width / count / 2, 0) / (1 - 1 / count)
        }
        return (wanted(axes.first), axes.count > 1 ? wanted(axes.last) : 0)
    }

    public func primitives(in plot: Plot) -> [Primitive] {
        let theme = plot.typesetter.theme
        var (lines, papers, words): ([Primitive.Segment], [Primitive], [Primitive]) = ([], [], [])
        for (index, axis) in axes.enumerated() {
            guard let bottom = plot.point(Double(index), 0), let top = plot.point(Double(index), 1) else { continue }
            lines.append(.init(bottom, top))
            let isLast = index == axes.count - 1 && index > 0
            let labels = axis.labels(height: bottom.y - top.y, size: theme.smallSize)
            let room = room(of: index, at: bottom, in: plot)
            let isOuter = index == 0 || isLast
            let texts = fitted(labels.map(\.label), to: room, isOuter: isOuter, plot.typesetter)
            let shown = zip(labels, texts).map { ($0.position, $1) }
            let ticks = shown.filter { (0...1).contains($0.0) }.sorted { $0.0 < $1.0 }
            let length = isLast ? AxesDrawing.tickLength : -AxesDrawing.tickLength
            var last = Double.infinity
            for tick in ticks {
                let y = bottom.y + (top.y - bottom.y) * tick.0
                lines.append(.init(Point(bottom.x + length, y), Point(bottom.x, y)))
                // Labels that would touch one below are left out.
                guard !tick.1.isEmpty, last - y >= theme.smallSize * 1.15 else { continue }
                last = y
                let (paper, word) = label(tick.1, at: Point(bottom.x, y), index, in: plot)
                papers += paper
                words += word
            }
        }
        if part == .words { return words }
        return papers + (lines.isEmpty ? [] : [.segments(lines, Stroke(theme.axisLine, width: 0.8))])
    }

    private func label(_ label: [Text.Run], at point: Point, _ index: Int, in plot: Plot) -> ([Primitive], [Primitive])
    {
        let (typesetter, theme) = (plot.typesetter, plot.typesetter.theme)
        let (size, isFirst, isLast) = (theme.smallSize, index == 0, index == axes.count - 1 && index > 0)
        let text = Text(runs: label, size: size, color: isFirst || isLast ? theme.mutedInk : theme.ink)
        let baseline = point.y + (isFirst || isLast ? size * Typesetter.middle : -2)
        let place = TextPlace(
            Point(point.x + (isLast ? Self.gap : -Self.gap), baseline), isLast ? .leading : .trailing)
        if isFirst || isLast { return ([], [.text(text, place)]) }
        return (Array(typesetter.onPaper(text, place).dropLast()), [.text(text, place)])
    }

    /// How wide an axis' words may be: up to the page's edge, or to the axis before.
    private func room(of index: Int, at point: Point, in plot: Plot) -> Double {
        let band = plot.area.width / Double(max(axes.count, 1))
        if index == 0 { return point.x - Self.gap - plot.typesetter.theme.margin }
        return index == axes.count - 1 ? band : band - Self.gap - 2
    }

    /// Names so short that they fit, and still different; of numbers those that fit, since a part of one is another.
    ///
    /// - Parameter isOuter: whether the page has made room for them beside the first or the last axis.
    private func fitted(
        _ labels: [[Text.Run]], to room: Double, isOuter: Bool, _ typesetter: Typesetter
    ) -> [[Text.Run]] {
        guard labels.allSatisfy({ $0.count == 1 }) else { return labels }
        let names = labels.compactMap(\.first?.string)
        if names.allSatisfy(CategoryTicks.isNumber) {
            return labels.map { isOuter || typesetter.width($0, size: typesetter.theme.smallSize) <= room ? $0 : [] }
        }
        return typesetter.fitted(names, size: typesetter.theme.smallSize, to: room).map { .plain($0.first ?? "") }
    }
}
