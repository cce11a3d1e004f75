/// Finds the name that a person most likely meant.
public enum NearestName {
    /// The candidate fewest edits away from `name`, if it is near enough to be what was meant: at most a third of its
    /// length in insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), or a
    /// candidate that begins with `name`.
    public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased())
        let scored = candidates.map { ($0, distance(wanted, Array($0.lowercased()))) }
        guard let (nearest, edits) = scored.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return nil }
        if edits <= max(1, max(wanted.count, nearest.count) / 3) { return nearest }
        return wanted.count >= 3 ? scored.map(\.0).sorted().first { $0.hasPrefix(name) } : nil
    }

    private static func distance(_ first: [Character], _ second: [Character]) -> Int {
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for i in first.indices {
            var row = [i + 1]
            row.reserveCapacity(second.count + 1)
            for j in second.indices {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (first[i] == second[j] ? 0 : 1))
                if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[second.count]
    }
}
