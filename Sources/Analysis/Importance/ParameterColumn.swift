public import Settings

/// One hyperparameter over the configurations of a sweep, cut into at most 64 levels.
public struct ParameterColumn: Hashable, Sendable {
    public enum Level: Hashable, Sendable {
        case setting(SettingValue)
        /// The numbers from `lower` to `upper`; `middle` is the one that stands for them.
        case range(lower: Double, middle: Double, upper: Double)
        /// Settings beyond the 63 most frequent ones.
        case others
    }

    public static let mostLevels = 64
    /// Into how many ranges a parameter with more numbers than this is cut.
    public static let rangeCount = 32

    public let name: String
    public let levels: [Level]
    /// Whether the levels are numbers in ascending order.
    public let isOrdered: Bool
    /// How ranges are cut.
    public let scale: ValueScale
    /// By configuration: the index of its level; nil where it does not have this parameter.
    public private(set) var codes: [Int?]

    /// `values` has the setting of each configuration, nil where it has none.
    ///
    /// Settings that are all numbers are ordered; more than 32 different ones are cut into ranges of equal width on their
    /// scale, the fitting one by default; values that are not positive have no logarithm, so that theirs is linear.
    /// Among other settings, numbers too have no order.
    public init(name: String, values: [SettingValue?], scale: ValueScale? = nil) {
        self.name = name
        let present = values.compactMap { $0 }
        let numbers = present.compactMap(\.number).filter(\.isFinite)
        isOrdered = !present.isEmpty && numbers.count == present.count
        let distinct = isOrdered ? Set(numbers).sorted() : []
        let canBeLogarithmic = distinct.first.map { $0 > 0 } ?? false
        self.scale = canBeLogarithmic ? scale ?? ValueScale(fitting: numbers.sorted()) : .linear
        if let least = distinct.first, let most = distinct.last {
            if distinct.count > Self.rangeCount {
                (levels, codes) = Self.ranges(values, from: least, to: most, on: self.scale)
            } else {
                let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($0.element, $0.offset) })
                levels = distinct.map { .setting(.number($0)) }
                codes = values.map { $0?.number.flatMap { places[$0] } }
            }
        } else {
            (levels, codes) = Self.categories(values, present)
        }
    }

    /// The same parameter in some of the configurations; levels that none of these has stay.
    func keeping(_ configurations: [Int]) -> ParameterColumn {
        var kept = self
        kept.codes = configurations.map { codes[$0] }
        return kept
    }

    private static func categories(_ values: [SettingValue?], _ present: [SettingValue]) -> ([Level], [Int?]) {
        let counts = Dictionary(present.map { ($0, 1) }, uniquingKeysWith: +)
        let byName = counts.keys.sorted { $0.canonicalJSON < $1.canonicalJSON }
        guard byName.count > mostLevels else {
            let places = Dictionary(uniqueKeysWithValues: byName.enumerated().map { ($0.element, $0.offset) })
            return (byName.map(Level.setting), values.map { $0.flatMap { places[$0] } })
        }
        let frequent = byName.enumerated()
            .sorted { (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset) }
            .prefix(mostLevels - 1).map(\.element)
        let places = Dictionary(uniqueKeysWithValues: frequent.enumerated().map { ($0.element, $0.offset) })
        return (frequent.map(Level.setting) + [.others], values.map { $0.map { places[$0] ?? mostLevels - 1 } })
    }

    private static func ranges(
        _ values: [SettingValue?], from least: Double, to most: Double, on scale: ValueScale
    ) -> ([Level], [Int?]) {
        let start = scale.position(least)
        let width = (scale.position(most) - start) / Double(rangeCount)
        let levels = (0..<rangeCount).map { index in
            Level.range(
                lower: scale.value(start + Double(index) * width),
                middle: scale.value(start + (Double(index) + 0.5) * width),
                upper: scale.value(start + Double(index + 1) * width))
        }
        let codes = values.map { value in
            value?.number.map { number in
                let place = (scale.position(number) - start) / width
                // Numbers at the lower end of what can be written may be too near to each other for a width.
                return place.isFinite ? Int(min(Double(rangeCount - 1), max(0, place))) : 0
            }
        }
        return (levels, codes)
    }
}

extension ParameterColumn.Level {
    /// The number that the level stands for, if it does.
    public var number: Double? {
        switch self {
        case .setting(let setting): setting.number
        case .range(_, let middle, _): middle
        case .others: nil
        }
    }
}
