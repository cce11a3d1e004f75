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
    public let ticks: [Tick]

    public init(name: String, ticks: [Tick]) {
        self.name = name
        self.ticks = ticks
    }
}

/// Upright axes with their own ticks at x = 0, 1, 2 …, for lines over x whose y is in 0...1.
///
/// Drawn over the lines, with paper behind its words. The figure's vertical axis is hidden; its horizontal one has the
/// axes' names as categories.
public struct ParallelAxesMark: Mark {
    public let axes: [ParallelAxis]

    public init(axes: [ParallelAxis]) {
        self.axes = axes
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

    public func primitives(in plot: Plot) -> [Primitive] {
        let typesetter = plot.typesetter
        let theme = typesetter.theme
        let size = theme.smallSize
        let band = plot.area.width / Double(max(axes.count, 1))
        var (lines, words): ([Primitive.Segment], [Primitive]) = ([], [])
        for (index, axis) in axes.enumerated() {
            guard let bottom = plot.point(Double(index), 0), let top = plot.point(Double(index), 1) else { continue }
            lines.append(.init(bottom, top))
            for tick in Self.apart(axis.ticks, size * 1.2 / max(bottom.y - top.y, 1)) {
                let y = bottom.y + (top.y - bottom.y) * tick.position
                lines.append(.init(Point(bottom.x - AxesDrawing.tickLength, y), Point(bottom.x, y)))
                // Before the first axis there is half a band.
                let room = (index == 0 ? band / 2 : band) - AxesDrawing.labelGap - 3
                let label = typesetter.shortened(tick.label, size: size, to: room)
                if label != tick.label, label.count < 4 { continue }
                words += typesetter.onPaper(
                    Text(label, size: size, color: theme.mutedInk),
                    TextPlace(Point(bottom.x - AxesDrawing.labelGap, y + size * Typesetter.middle), .trailing))
            }
        }
        return (lines.isEmpty ? [] : [.segments(lines, Stroke(theme.axisLine, width: 0.8))]) + words
    }

    /// The ticks, from the lowest, whose labels do not touch one below.
    private static func apart(_ ticks: [ParallelAxis.Tick], _ distance: Double) -> [ParallelAxis.Tick] {
        var kept: [ParallelAxis.Tick] = []
        let ordered = ticks.filter { (0...1).contains($0.position) }.sorted { $0.position < $1.position }
        for tick in ordered where kept.last.map({ tick.position - $0.position >= distance }) ?? true {
            kept.append(tick)
        }
        return kept
    }
}
