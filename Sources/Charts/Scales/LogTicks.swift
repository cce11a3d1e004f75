import Foundation

/// Round values for a logarithmic axis: powers of ten; between few of them 1, 2 and 5 times these; on less than that,
/// evenly spaced values.
enum LogTicks {
    struct Choice {
        let values: [Double]
        let labels: [[Text.Run]]
        /// Values for small ticks without labels.
        let minor: [Double]
    }

    /// Choices for a domain of positive values, the richest first, each with fewer labels than the one before.
    static func choices(from lower: Double, to upper: Double, wanted: Int) -> [Choice] {
        let first = Int(log10(lower).rounded(.down)) - 1
        let last = Int(log10(upper).rounded(.up)) + 1
        let slack = 1 + 1e-12
        func isInside(_ value: Double) -> Bool { value >= lower / slack && value <= upper * slack }

        let decades = (first...last).filter { isInside(power($0)) }
        var choices: [Choice] = []
        if decades.count < 3 {
            let some = (first...last).flatMap { exponent in [1, 2, 5].map { (factor: $0, exponent: exponent) } }
                .filter { isInside(Double($0.factor) * power($0.exponent)) }
            let between = (first...last).flatMap { exponent in (1...9).map { Double($0) * power(exponent) } }
                .filter(isInside)
            if some.count >= 3 {
                choices.append(
                    Choice(
                        values: some.map { Double($0.factor) * power($0.exponent) }, labels: labels(some),
                        minor: between))
            } else if let ticks = LinearTicks(from: lower, to: upper, wanted: wanted) {
                let labels = NumberText.labels(ticks.values, step: ticks.step)
                choices.append(Choice(values: ticks.values, labels: labels, minor: []))
            }
        }
        for stride in [1, 2, 3, 5, 10, 20, 50, 100, 200] {
            let kept = decades.filter { $0.isMultiple(of: stride) }
            if kept.isEmpty { break }
            let labels = labels(kept.map { (factor: 1, exponent: $0) })
            choices.append(Choice(values: kept.map(power), labels: labels, minor: minor(decades, stride, isInside)))
        }
        return choices
    }

    /// Plain numbers where all are short, powers of ten otherwise.
    private static func labels(_ values: [(factor: Int, exponent: Int)]) -> [[Text.Run]] {
        let exponents = values.map(\.exponent)
        if let least = exponents.min(), let greatest = exponents.max(), least >= -2, greatest <= 3 {
            return values.map { value in
                let number = Double(value.factor) * power(value.exponent)
                return .plain(NumberText.fixed(number, decimals: max(0, -value.exponent)))
            }
        }
        return values.map { value in
            NumberText.power(value.exponent, factor: value.factor == 1 ? nil : String(value.factor))
        }
    }

    /// 2 … 9 times each power of ten; where decades themselves are skipped, these.
    private static func minor(_ decades: [Int], _ stride: Int, _ isInside: (Double) -> Bool) -> [Double] {
        guard let first = decades.first, let last = decades.last else { return [] }
        if stride > 1 { return decades.count <= 60 ? decades.map(power) : [] }
        guard decades.count <= 12 else { return [] }
        return ((first - 1)...last).flatMap { exponent in (2...9).map { Double($0) * power(exponent) } }
            .filter(isInside)
    }

    private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }
}
