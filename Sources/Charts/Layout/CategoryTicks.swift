/// The ticks of an axis of categories: each band's name at its centre, shortened rather than over its neighbour.
struct CategoryTicks {
    let names: [String]
    let scale: Scale
    /// Of the whole axis, in points.
    let length: Double
    let typesetter: Typesetter

    private static let gap = 6.0
    /// From one line of a name to the next, as a multiple of the type's size.
    static let lineHeight = 1.1
    /// What is left of a shortened name must still tell what it is.
    private static let fewest = 8

    private var size: Double { typesetter.theme.smallSize }
    private var band: Double { length / Double(max(names.count, 1)) }

    /// Names one below the other, at most `room` points wide: in two lines where rows are high enough for these, where
    /// a row is too low only some.
    func rows(room: Double) -> Ticks {
        let most = band >= 2 * size * Self.lineHeight + 2 ? 2 : 1
        return ticks(typesetter.fitted(names, size: size, to: room, most: most), extent: size * 1.1)
    }

    /// Names side by side; where these would lose too much they are upright, at most `room` points long.
    func columns(room: Double) -> Ticks {
        let level = names.map { shortened($0, band - Self.gap) }
        if zip(level, names).allSatisfy({ $0 == $1 || $0.count >= Self.fewest }), areDistinct(level) {
            return ticks(level.map { [$0] }, extent: 0)
        }
        var ticks = ticks(names.map { [shortened($0, room)] }, extent: size * 1.1)
        ticks.areUpright = true
        return ticks
    }

    private func shortened(_ name: String, _ room: Double) -> String {
        typesetter.shortened(name, size: size, to: room)
    }

    /// Whether what were different names still are.
    private func areDistinct(_ labels: [String]) -> Bool { Set(labels).count == Set(names).count }

    /// - Parameter extent: how much of the axis a label covers.
    private func ticks(_ labels: [[String]], extent: Double) -> Ticks {
        let stride = max(Int((extent / band).rounded(.up)), 1)
        var ticks = Ticks()
        for index in Swift.stride(from: 0, to: labels.count, by: stride) {
            guard let position = scale.position(Double(index)) else { continue }
            ticks.add(
                Ticks.Tick(
                    value: Double(index), position: position, label: .plain(labels[index].first ?? ""),
                    secondLine: labels[index].dropFirst().first.map { .plain($0) }))
        }
        ticks.omitsNames = stride > 1
        return ticks
    }
}
