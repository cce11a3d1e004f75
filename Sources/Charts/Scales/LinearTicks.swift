import Foundation

/// Evenly spaced round values for an axis.
///
/// J. Talbot, S. Lin, P. Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes", IEEE
/// TVCG 16 (2010): of all sequences start, start + step, … with step = j·q·10^z, q from a list of nice numbers, take
/// the one whose weighted sum of simplicity, coverage and density is greatest. Departs from the paper in that the
/// legibility of labels is not scored (who asks tries fewer ticks where labels would touch); and in that ticks may be
/// held to whole numbers, or to multiples of the step inside the domain, where most of a step without ticks at an end
/// costs little; and in that steps of 3 and 4 need a far better density than 1, 2 and 5 to be taken.
struct LinearTicks: Hashable, Sendable {
    let start: Double
    let step: Double
    let count: Int

    var values: [Double] {
        (0..<count).map { index in
            let value = start + Double(index) * step
            return value.magnitude < step * 1e-9 ? 0 : value
        }
    }

    /// The best sequence for `lower...upper` of about `wanted` ticks (at least 2).
    ///
    /// - Parameter isInside: whether no tick may lie outside; otherwise the outermost may lie somewhat beyond.
    /// - Returns: nil where there is none: between two whole numbers when ticks must be whole, or in a domain so narrow
    ///   that floating-point numbers cannot divide it.
    init?(from lower: Double, to upper: Double, wanted: Int, isInside: Bool = true, isWhole: Bool = false) {
        precondition(lower < upper, "no ticks from \(lower) to \(upper)")
        guard upper - lower > max(lower.magnitude, upper.magnitude) * 1e-12 else { return nil }
        var search = Search(lower: lower, upper: upper, wanted: max(wanted, 2), isInside: isInside, isWhole: isWhole)
        guard let best = search.run() else { return nil }
        self = best
    }

    fileprivate init(start: Double, step: Double, count: Int) {
        self.start = start
        self.step = step
        self.count = count
    }
}

/// The search of Talbot et al., section 4: all sequences, cut short where even the best score left cannot win.
private struct Search {
    let lower: Double
    let upper: Double
    let wanted: Int
    let isInside: Bool
    let isWhole: Bool
    var best: LinearTicks?
    /// Below any score that counts; the paper's start value.
    var bestScore = -2.0

    /// Nice steps, the nicest first (Q in the paper), each with its simplicity. The paper's falls evenly from 1 to 0;
    /// these keep steps of 4 and 3, and mostly of 2.5, from winning by density alone.
    static let niceSteps = [(1.0, 1.0), (5, 0.9), (2, 0.9), (2.5, 0.2), (4, -0.6), (3, -0.8)]

    mutating func run() -> LinearTicks? {
        var skip = 1
        // Held to multiples, every other multiple of 2 would be a step of 4 again.
        while !isInside || skip == 1 {
            for (nice, niceness) in Self.niceSteps {
                let simplicity = niceness - Double(skip) + 1
                if score(simplicity, 1, 1) < bestScore || skip > 20 { return best }
                tryCounts(nice: nice, skip: skip, simplicity: simplicity)
            }
            skip += 1
        }
        return best
    }

    private mutating func tryCounts(nice: Double, skip: Int, simplicity: Double) {
        for count in 2...(4 * wanted + 8) {
            let density = count >= wanted ? 2 - Double(count - 1) / Double(wanted - 1) : 1
            if score(simplicity, 1, density) < bestScore { return }
            let widest = (upper - lower) / Double(count + 1) / Double(skip) / nice
            let firstPower = Int(log10(widest).rounded(.up))
            for power in firstPower..<(firstPower + 4) {
                let step = Double(skip) * nice * pow(10, Double(power))
                guard step.isNormal, step.isFinite, step < DataRange.limit else { continue }
                if score(simplicity, bestCoverage(span: step * Double(count - 1)), density) < bestScore { break }
                if isWhole, step < 1 || step != step.rounded() { continue }
                tryStarts(step: step, skip: skip, count: count, simplicity: simplicity)
            }
        }
    }

    private mutating func tryStarts(step: Double, skip: Int, count: Int, simplicity: Double) {
        let parts = Double(skip)
        let first = (upper / step).rounded(.down) * parts - Double(count - 1) * parts
        let last = (lower / step).rounded(.up) * parts
        var place = first
        while place <= last {
            defer { place += 1 }
            let start = place * (step / parts)
            let end = start + step * Double(count - 1)
            let tolerance = step * 1e-9
            if isInside, start < lower - tolerance || end > upper + tolerance { continue }
            if isWhole, start != start.rounded() { continue }
            let offset = start.remainder(dividingBy: step).magnitude
            if isInside, offset > tolerance { continue }
            // The paper rewards a sequence that has zero in it.
            let hasZero = offset < tolerance && start <= tolerance && end >= -tolerance
            let total = score(
                simplicity - (hasZero ? 0 : 1), coverage(start, end, step), density(count, start, end))
            if total > bestScore {
                bestScore = total
                best = LinearTicks(start: start, step: step, count: count)
            }
        }
    }

    private func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
        // The paper's weights; the constant is its legibility, taken as perfect.
        0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
    }

    private func coverage(_ start: Double, _ end: Double, _ step: Double) -> Double {
        let scale = max(0.1 * (upper - lower), isInside ? step : 0)
        let (below, above) = ((lower - start) / scale, (upper - end) / scale)
        return 1 - 0.5 * (below * below + above * above)
    }

    private func bestCoverage(span: Double) -> Double {
        let range = upper - lower
        guard span > range else { return 1 }
        let half = (span - range) / 2 / (0.1 * range)
        return 1 - half * half
    }

    private func density(_ count: Int, _ start: Double, _ end: Double) -> Double {
        let actual = Double(count - 1) / (end - start)
        let target = Double(wanted - 1) / (max(end, upper) - min(start, lower))
        return 2 - max(actual / target, target / actual)
    }
}
