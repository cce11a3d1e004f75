import Randomness
import Settings

/// Points in the plane that are computed: two features `x` and `y`, and the class, a function of these settings alone.
public struct SyntheticData: Hashable, Sendable {
    let synthesis: Synthesis
    /// Of all classes together, spread evenly over them.
    let examples: Int
    let classes: Int
    /// The deviation of the normal noise on each coordinate.
    let noise: Double
    /// Of the noise; the same for all trials unless it is varied.
    let seed: Int

    /// Reads `examples`, `classes`, `noise` and `seed`.
    init(_ synthesis: Synthesis, _ reader: inout SettingReader) throws(SettingError) {
        self.synthesis = synthesis
        classes =
            synthesis.hasFixedClasses
            ? synthesis.defaultClasses
            : try reader.wholeNumber("classes", default: synthesis.defaultClasses, between: 2, and: 100)
        examples = try reader.wholeNumber("examples", default: 1_000, between: 2 * classes, and: 10_000_000)
        noise = try reader.number("noise", default: synthesis.defaultNoise, .between(0, and: 1_000))
        seed = try reader.wholeNumber("seed", default: 1, atLeast: 0)
    }

    /// Example i is of class i mod `classes`, and lies further along its class than the ones before.
    func table() -> Table {
        var random = RandomStream(seed: UInt64(bitPattern: Int64(seed)), .data)
        var cells: [Float] = []
        cells.reserveCapacity(2 * examples)
        var labels: [Double] = []
        labels.reserveCapacity(examples)
        for example in 0..<examples {
            let label = example % classes
            let count = (examples - label - 1) / classes + 1
            let place = (Double(example / classes) + 0.5) / Double(count)
            let point = synthesis.point(label: label, classes: classes, place: place)
            cells.append(Float(point.x + noise * random.normal()))
            cells.append(Float(point.y + noise * random.normal()))
            labels.append(Double(label))
        }
        var fingerprint = Fingerprint(of: "\(synthesis.rawValue) \(classes)")
        cells.withUnsafeBytes { fingerprint.combine($0) }
        return Table(
            path: synthesis.rawValue,
            columns: [Table.Column(name: "x", categories: nil), Table.Column(name: "y", categories: nil)],
            cells: .memory(cells),
            target: Table.Column(name: "class", categories: (0..<classes).map(String.init)), targetValues: labels,
            lineShifts: [], fingerprint: fingerprint.description)
    }
}

extension SettingReader {
    mutating func wholeNumber(
        _ name: String, default fallback: Int, between least: Int, and most: Int
    ) throws(SettingError) -> Int {
        guard let value = value(name) else { return fallback }
        guard case .int(let number) = value, (least...most).contains(number) else {
            throw error(name, value, "it must be a whole number in \(least)...\(most)")
        }
        return number
    }
}
