import Settings
import Sweeps

/// The other settings that configurations have, for finding out which of them are shared.
struct SettingLevels {
    typealias Values = [String: SettingValue]

    /// Of more different numbers than that it is taken that they were drawn from a range.
    static let mostLevels = 10

    /// Dotted, in the order of words.
    let names: [String]
    /// By configuration.
    let table: [Values]
    /// By configuration: what is not written, of which words name no options.
    let defaults: [Values]

    /// How many settings there are, each with its options.
    var count: Int { settings.count }

    /// The names with their options behind them: `decay`, `decay.rate` as one setting.
    private var settings: [(name: String, names: [String])] {
        var order: [String] = []
        var members: [String: [String]] = [:]
        for name in names {
            let owner = names.filter { name.hasPrefix($0 + ".") }.min { $0.count < $1.count } ?? name
            if members[owner] == nil { order.append(owner) }
            members[owner, default: []].append(name)
        }
        return order.map { ($0, members[$0] ?? []) }
    }

    /// The configurations that count, ascending; `options` has the value of the compared parameter of each.
    func shared(by options: [SettingValue?], isGrid: Bool) -> [Int] {
        let all = Array(table.indices)
        if isGrid { return common(all, options) { values($0, of: names) } }
        var members = all
        while true {
            let before = members.count
            for setting in settings where !isDrawn(setting.names) {
                members = common(members, options) { values($0, of: setting.names) }
            }
            // Every option must be left.
            if Set(members.map { options[$0] }).count < Set(options).count { return [] }
            if members.count == before { return members }
        }
    }

    /// The settings of which no level is shared; all, where only their combinations are not. What was drawn keeps nothing
    /// apart, as for `shared`.
    func unshared(by options: [SettingValue?], isGrid: Bool) -> [String] {
        let settings = isGrid ? settings : settings.filter { !isDrawn($0.names) }
        let apart = settings.filter { setting in
            common(Array(table.indices), options) { values($0, of: setting.names) }.isEmpty
        }
        return (apart.isEmpty ? settings : apart).map(\.name)
    }

    /// `batch_size 16 or 64 and decay constant`; where not all combinations are there, these one by one.
    func words(of members: [Int]) -> String {
        let areDrawn = settings.contains { isDrawn($0.names) }
        let parts = settings.map { setting -> [String] in
            if isDrawn(setting.names) { return ["any \(setting.name)"] }
            let order = members.sorted { place($0, setting.names) < place($1, setting.names) }
            return distinct(order.map { words($0, setting.names) })
        }
        let combinations = Set(members.map { values($0, of: names) }).count
        if areDrawn || combinations == parts.reduce(1, { $0 * $1.count }) {
            return Phrases.list(zip(settings, parts).map { setting, words in joined(words, setting.name) })
        }
        guard combinations <= 3 else {
            return "\(combinations) combinations of \(Phrases.list(settings.map(\.name)))"
        }
        return distinct(members.map { member in Phrases.list(settings.map { words(member, $0.names) }) })
            .joined(separator: "; and ")
    }

    /// `batch_size 16, 64 and 256`; of many values how many there are.
    private func joined(_ words: [String], _ name: String) -> String {
        guard words.count > 1 else { return words.first ?? name }
        if words.count > 4 { return "\(words.count) values of \(name)" }
        let tails = words.map { $0.hasPrefix(name + " ") ? String($0.dropFirst(name.count + 1)) : $0 }
        return "\(name) \(tails.dropLast().joined(separator: ", ")) or \(tails.last ?? "")"
    }

    private func words(_ member: Int, _ names: [String]) -> String {
        var text = ""
        for name in names {
            guard let value = table[member][name] else { continue }
            let owner = names.first { name.hasPrefix($0 + ".") }
            if owner != nil, defaults[member][name] != nil { continue }
            let short = owner.map { String(name.dropFirst($0.count + 1)) } ?? name
            text += (text.isEmpty ? "" : " ") + "\(short) \(value.label)"
        }
        return text.isEmpty ? "no \(names[0])" : text
    }

    /// Numbers ascending, then as they come.
    private func place(_ member: Int, _ names: [String]) -> (Double, Int) {
        (names.count == 1 ? table[member][names[0]]?.number ?? .infinity : .infinity, member)
    }

    private func distinct(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }

    private func values(_ member: Int, of names: [String]) -> Values {
        table[member].filter { names.contains($0.key) }
    }

    private func isDrawn(_ names: [String]) -> Bool {
        names.contains { name in
            let values = Set(table.compactMap { $0[name] })
            return values.count > Self.mostLevels && values.allSatisfy { $0.number != nil }
        }
    }

    /// Those of the members whose key every option has.
    private func common(_ members: [Int], _ options: [SettingValue?], _ key: (Int) -> Values) -> [Int] {
        let keys = Dictionary(grouping: members, by: { options[$0] }).mapValues { Set($0.map(key)) }
        guard let first = keys.values.first else { return [] }
        let shared = keys.values.dropFirst().reduce(first) { $0.intersection($1) }
        return members.filter { shared.contains(key($0)) }
    }
}
