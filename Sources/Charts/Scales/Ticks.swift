/// The ticks of one axis, placed and labelled so that no two labels touch.
struct Ticks: Hashable, Sendable {
    struct Tick: Hashable, Sendable {
        let value: Double
        /// 0…1 along the axis.
        let position: Double
        let label: [Text.Run]
        /// What of a long name has no room in the first.
        var secondLine: [Text.Run]?
    }

    /// How much of the axis a label covers and how much must stay free between two, in points.
    struct Room {
        /// Of the whole axis.
        let length: Double
        /// A good distance between two ticks.
        let spacing: Double
        let gap: Double
        let extent: ([Text.Run]) -> Double
    }

    private(set) var major: [Tick] = []
    /// Places of small ticks without labels.
    private(set) var minor: [Double] = []
    /// Whether labels are turned to be read from below upwards.
    var areUpright = false
    /// In how many rows labels stand in turn, below each other.
    var rowCount = 1
    /// Whether there is too little room for the names of all categories.
    var omitsNames = false

    /// An axis without data has none.
    init() {}

    init(_ scale: Scale, isWhole: Bool, room: Room) {
        let wanted = max(2, min(Int(room.length / room.spacing) + 1, 12))
        switch scale.kind {
        case .linear:
            func ticks(_ wanted: Int) -> Ticks? { Self.linear(wanted, on: scale, isWhole: isWhole, in: room) }
            if let found = stride(from: wanted, through: 2, by: -1).lazy.compactMap(ticks).first {
                // Two labels hardly make a scale.
                let more = found.major.count < 3 ? (wanted + 1...wanted + 3).compactMap(ticks) : []
                self = more.first { $0.major.count >= 3 } ?? found
                return
            }
            if let few = LinearTicks(from: scale.lower, to: scale.upper, wanted: 2, isWhole: isWhole) {
                place(few.values, NumberText.labels(few.values, step: few.step), on: scale)
            }
            let middle = ((scale.lower + scale.upper) / 2).rounded()
            if major.isEmpty, isWhole, scale.lower <= middle, middle <= scale.upper {
                place([middle], NumberText.labels([middle], step: 1), on: scale)
            }
        case .log:
            for choice in LogTicks.choices(from: scale.lower, to: scale.upper, wanted: wanted) {
                place(choice.values, choice.labels, on: scale)
                minor = choice.minor.compactMap(scale.position)
                if isFree(in: room), major.count <= 2 * wanted { return }
            }
        }
        thin(to: room)
    }

    /// The values with the digits that each has, small ticks where a label would touch another; nil where that leaves
    /// fewer than three of them, or than all.
    init?(_ values: [Double], on scale: Scale, room: Room) {
        let inside = values.filter { scale.lower <= $0 && $0 <= scale.upper }.sorted()
        place(inside, NumberText.labels(of: inside), on: scale)
        thin(to: room)
        let named = Set(major.map(\.position))
        minor = inside.compactMap(scale.position).filter { !named.contains($0) }
        guard major.count >= min(3, inside.count), !major.isEmpty else { return nil }
    }

    mutating func add(_ tick: Tick) { major.append(tick) }

    /// Evenly spaced ticks, if their labels are free.
    private static func linear(_ wanted: Int, on scale: Scale, isWhole: Bool, in room: Room) -> Ticks? {
        let values = LinearTicks(from: scale.lower, to: scale.upper, wanted: wanted, isWhole: isWhole)
        guard let values else { return nil }
        var ticks = Ticks()
        ticks.place(values.values, NumberText.labels(values.values, step: values.step), on: scale)
        guard ticks.isFree(in: room) else { return nil }
        if isWhole, scale.lower == 1 { ticks.startAtOne(step: values.step, on: scale, in: room) }
        return ticks
    }

    private mutating func place(_ values: [Double], _ labels: [[Text.Run]], on scale: Scale) {
        major = zip(values, labels).compactMap { value, label in
            scale.position(value).map { Tick(value: value, position: $0, label: label) }
        }
    }

    /// Counting starts with a tick too, where it would not crowd the next.
    private mutating func startAtOne(step: Double, on scale: Scale, in room: Room) {
        guard let first = major.first, first.value - 1 >= step / 2, let position = scale.position(1) else { return }
        let one = Tick(value: 1, position: position, label: .plain("1"))
        if touchless(one, first, room) { major.insert(one, at: 0) }
    }

    private func isFree(in room: Room) -> Bool {
        zip(major, major.dropFirst()).allSatisfy { touchless($0, $1, room) }
    }

    private func touchless(_ one: Tick, _ other: Tick, _ room: Room) -> Bool {
        (other.position - one.position) * room.length
            >= (room.extent(one.label) + room.extent(other.label)) / 2 + room.gap
    }

    /// The last resort: keeps of the labels those that do not touch one kept before.
    private mutating func thin(to room: Room) {
        var kept: [Tick] = []
        for tick in major where kept.last.map({ touchless($0, tick, room) }) ?? true { kept.append(tick) }
        major = kept
    }
}
