import Settings
import Sweeps

/// Reads the keys that bound a sweep: its seeds and the time of a trial.
enum LimitReader {
    typealias Problem = SweepFileError.Problem

    static let mostSeeds = 10_000
    static let mostRetries = 100

    /// A number n for the seeds 1…n, or a list.
    static func seeds(_ node: YAMLNode) throws(Problem) -> [Int] {
        guard case .list(let elements) = node.content else {
            return Array(1...(try node.wholeNumber("seeds", in: 1...mostSeeds)))
        }
        if elements.isEmpty || elements.count > mostSeeds {
            throw node.problem("seeds", "a list of seeds has from 1 to \(mostSeeds)")
        }
        var seeds: [Int] = []
        var known: Set<Int> = []
        for (index, element) in elements.enumerated() {
            let seed = try element.wholeNumber("seeds[\(index)]", in: 0...Int.max)
            guard known.insert(seed).inserted else {
                throw element.problem("seeds[\(index)]", "it is in the list twice")
            }
            seeds.append(seed)
        }
        return seeds
    }

    /// A number with its unit, `90s`, `10m`, `1.5h`; at most a year.
    static func time(_ node: YAMLNode, _ path: String) throws(Problem) -> Duration {
        let rule = "it must be a time above 0 with its unit, such as 90s, 10m or 2h, of at most a year"
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
        guard let text = node.value.text, let unit = text.last.flatMap({ units[$0] }),
            case .value(let value) = CoreSchema.meaning(of: String(text.dropLast())), let number = value.number
        else { throw node.problem(path, rule) }
        let seconds = number * unit
        guard seconds >= 0.001, seconds <= 366 * 86_400 else { throw node.problem(path, rule) }
        return .seconds(seconds)
    }

    /// A number of bytes with its unit, `512MB`, `1.5GB`, `2GiB`.
    static func memory(_ node: YAMLNode, _ path: String) throws(Problem) -> Int {
        let rule = "it must be an amount of memory with its unit, such as 512MB or 2GB, of at least 1MB"
        guard let text = node.value.text, let (digits, unit) = MemoryWords.split(text),
            case .value(let value) = CoreSchema.meaning(of: String(digits)), let number = value.number,
            number * unit >= 1e6, number * unit <= 1e15
        else { throw node.problem(path, rule) }
        return Int(number * unit)
    }
}
