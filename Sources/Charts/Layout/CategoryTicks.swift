/// The ticks of an axis of categories: each band's name at its centre, shortened rather than over its neighbour.
struct CategoryTicks {
    let names: [String]
    /// The names of the bands' borders, to be shown in place of their own.
    var borders: [String]?
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
    private var typeset: [String] { TypesetNumber.together(borders ?? names) }

    /// Names one below the other, at most `room` points wide: in two lines where rows are high enough for these, where
    /// a row is too low only some.
    func rows(room: Double) -> Ticks {
        let most = band >= 2 * size * Self.lineHeight + 2 ? 2 : 1
        return ticks(typesetter.fitted(borders ?? names, size: size, to: room, most: most), extent: size * 1.1)
    }

    /// Names side by side; where they would touch, in two or three rows in turn; where they would lose too much there,
    /// upright and at most `room` points long. Numbers are never shortened.
    func columns(room: Double) -> Ticks {
        let names = typeset
        if borders != nil {
            let widest = names.map { typesetter.width($0, size: size) }.max() ?? 0
            return ticks(names.map { [$0] }, extent: widest + Self.gap)
        }
        if let level = leveled(names, to: band - Self.gap, mayLoseSome: false) {
            return ticks(level.map { [$0] }, extent: 0)
        }
        for count in 2...3 where names.count >= count && reachesEnds(names) {
            let room = Double(count) * band - Self.gap
            guard leveled(names, to: room, mayLoseSome: false) != nil else { continue }
            var ticks = ticks(names.map { [$0] }, extent: 0)
            ticks.rowCount = count
            return ticks
        }
        if let level = leveled(names, to: band - Self.gap, mayLoseSome: true) {
            return ticks(level.map { [$0] }, extent: 0)
        }
        var ticks = ticks(names.map { [shortened($0, room)] }, extent: size * 1.1)
        ticks.areUpright = true
        return ticks
    }

    /// The names in `room` points each; nil where that loses too much.
    private func leveled(_ names: [String], to room: Double, mayLoseSome: Bool) -> [String]? {
        let level = names.map { shortened($0, room) }
        let isEnough = zip(level, names).allSatisfy { short, name in
            short == name || (mayLoseSome && short.count >= Self.fewest && !Self.isNumber(name))
        }
        return isEnough && Set(level).count == Set(names).count ? level : nil
    }

    /// Whether the first and the last name reach at most a little beyond the axis.
    private func reachesEnds(_ names: [String]) -> Bool {
        [names.first, names.last].allSatisfy { name in
            typesetter.width(name ?? "", size: size) <= band + 2 * Self.gap
        }
    }

    static func isNumber(_ name: String) -> Bool {
        name.allSatisfy { "0123456789.,−–×⁻⁰¹²³⁴⁵⁶⁷⁸⁹".contains($0) }
    }

    private func shortened(_ name: String, _ room: Double) -> String {
        typesetter.shortened(name, size: size, to: room)
    }

    /// - Parameters:
    ///   - labels: the lines of each name, one or two.
    ///   - extent: how much of the axis a label covers.
    private func ticks(_ labels: [[String]], extent: Double) -> Ticks {
        let stride = max(Int((extent / band).rounded(.up)), 1)
        let offset = borders == nil ? 0 : -0.5
        var ticks = Ticks()
        for index in Swift.stride(from: 0, to: labels.count, by: stride) {
            let value = Double(index) + offset
            guard let position = scale.position(value) else { continue }
            ticks.add(
                Ticks.Tick(
                    value: value, position: position, label: .plain(labels[index].first ?? ""),
                    secondLine: labels[index].dropFirst().first.map { .plain($0) }))
        }
        // Between two borders that are named the others can be told.
        ticks.omitsNames = stride > 1 && borders == nil
        return ticks
    }
}
