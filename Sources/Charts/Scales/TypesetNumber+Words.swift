extension TypesetNumber {
    /// A name with its numbers set as type sets them, in lists too: `lr 1e-5, betas [1e-9, 1]` as `lr 10⁻⁵, betas [10⁻⁹, 1]`.
    static func words(in name: String) -> String {
        name.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let head = word.prefix { "[{(".contains($0) }
            let tail = word.dropFirst(head.count).reversed().prefix { ",]})".contains($0) }
            let core = word.dropFirst(head.count).dropLast(tail.count)
            return head + text(String(core)) + tail.reversed()
        }.joined(separator: " ")
    }
}
