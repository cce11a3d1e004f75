import Foundation
import Settings
import Sweeps

/// The values of one parameter, gathered into so few levels that a table of them can be read.
struct ParameterLevels {
    struct Level {
        let words: String
        /// The places of the configurations that have it.
        let members: [Int]
    }

    static let most = 10
    /// Into how many parts of equal size more numbers than that are cut.
    static let parts = 6

    /// Numbers in ascending order, then names by frequency.
    let levels: [Level]

    /// `values` has the setting of each configuration; nil where it has none, which is no level.
    init(_ values: [SettingValue?]) {
        let present = values.enumerated().compactMap { place, value in value.map { (place: place, value: $0) } }
        let numbers = present.compactMap { place, value in value.number.map { (place: place, number: $0) } }
        let bySetting = Dictionary(grouping: present, by: \.value)
        if numbers.count == present.count, bySetting.count > Self.most {
            levels = Self.parts(numbers)
        } else if numbers.count == present.count {
            levels = Dictionary(grouping: numbers, by: \.number).sorted { $0.key < $1.key }
                .map { Level(words: Self.words($0.key), members: $0.value.map(\.place)) }
        } else {
            let all = bySetting.map {
                (number: $0.key.number ?? .infinity, members: $0.value.map(\.place), setting: $0.key)
            }
            .map { (number: $0.number, level: Level(words: $0.setting.label, members: $0.members)) }
            .sorted {
                ($0.number, -$0.level.members.count, $0.level.words)
                    < ($1.number, -$1.level.members.count, $1.level.words)
            }
            .map(\.level)
            let others = all.count > Self.most ? Array(all.dropFirst(Self.most - 1)) : []
            let rest = Level(words: "\(others.count) others", members: others.flatMap(\.members).sorted())
            levels = Array(all.prefix(all.count - others.count)) + (others.isEmpty ? [] : [rest])
        }
    }

    /// Parts that have as many configurations each as equal numbers, which stay together, allow.
    private static func parts(_ numbers: [(place: Int, number: Double)]) -> [Level] {
        let sorted = numbers.sorted { ($0.number, $0.place) < ($1.number, $1.place) }
        var groups: [[(place: Int, number: Double)]] = []
        for (index, one) in sorted.enumerated() {
            let part = index * Self.parts / sorted.count
            let isSame = index > 0 && sorted[index - 1].number == one.number
            if groups.isEmpty || (part >= groups.count && !isSame) { groups.append([]) }
            groups[groups.count - 1].append(one)
        }
        return groups.compactMap { group in
            guard let first = group.first?.number, let last = group.last?.number else { return nil }
            let words = first == last ? short(first) : "\(short(first)) … \(short(last))"
            return Level(words: words, members: group.map(\.place).sorted())
        }
    }

    private static func short(_ number: Double) -> String { words(Double(String(format: "%.3g", number)) ?? number) }
    private static func words(_ number: Double) -> String { SettingValue.number(number).label }
}
