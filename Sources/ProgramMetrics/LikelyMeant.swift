import Settings

extension MetricCollector {
    /// The name that was most likely meant by an objective of which no value came; nil if none is near.
    ///
    /// `val_acc` and `validation/accuracy` are near, and so are equal names of another part of unseen data, names with
    /// one word more, and misspelled ones.
    public static func likelyMeant(objective: String, among names: [String]) -> String? {
        let meant = MetricWords(objective)
        let scored = names.map { ($0, Self.nearness(of: MetricWords($0), to: meant)) }
        let best = scored.filter { $0.1 > 0 }.max { ($0.1, $1.0.utf8.count, $1.0) < ($1.1, $0.0.utf8.count, $0.0) }
        return best?.0 ?? NearestName.of(objective, among: names)
    }

    private static func nearness(of name: MetricWords, to meant: MetricWords) -> Int {
        let isUnseen = { (part: MetricWords.Part?) in part != nil && part != .train }
        let parts =
            if name.part == meant.part {
                4
            } else if isUnseen(name.part), isUnseen(meant.part) {
                3
            } else if name.part == nil || meant.part == nil {
                2
            } else {
                1
            }
        if name.base == meant.base { return 10 + parts }
        let (short, long) = name.base.count < meant.base.count ? (name.base, meant.base) : (meant.base, name.base)
        guard short.count > 1, long.hasPrefix(short) || long.hasSuffix(short) else { return 0 }
        return parts
    }
}
