/// How many examples of each class go to the dev and test parts.
///
/// A function of the class sizes and fractions alone, so that every seed's parts have the same sizes.
struct PartSizes: Hashable, Sendable {
    /// By class.
    let dev: [Int]
    let test: [Int]

    /// Each part gets its fraction of all examples, rounded, spread over the classes in proportion by the method of
    /// largest remainders; every class keeps an example to train with.
    init(classSizes: [Int], devFraction: Double, testFraction: Double) {
        let dev = Self.spread(devFraction, over: classSizes, spare: classSizes.map { max(0, $0 - 1) })
        let spare = zip(classSizes, dev).map { max(0, $0 - 1 - $1) }
        self.dev = dev
        test = Self.spread(testFraction, over: classSizes, spare: spare)
    }

    /// - Parameter spare: the most that a class can give.
    private static func spread(_ fraction: Double, over sizes: [Int], spare: [Int]) -> [Int] {
        let exact = sizes.map { Double($0) * fraction }
        let wanted = Int((Double(sizes.reduce(0, +)) * fraction).rounded())
        var counts = zip(exact, spare).map { min(Int($0.rounded(.down)), $1) }
        var missing = wanted - counts.reduce(0, +)
        let byRemainder = sizes.indices.sorted {
            (Double(counts[$0]) - exact[$0], $0) < (Double(counts[$1]) - exact[$1], $1)
        }
        while missing > 0 {
            let before = missing
            for index in byRemainder where missing > 0 && counts[index] < spare[index] {
                counts[index] += 1
                missing -= 1
            }
            if missing == before { break }
        }
        return counts
    }
}
