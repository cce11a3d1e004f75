/// Where a person wants an axis to begin and to end: `0.1,5`, either side of the comma may be empty.
public struct AxisRange: Hashable, Sendable {
    /// nil: as the data need.
    public let lowest: Double?
    public let highest: Double?

    /// - Throws: `ChartError.badRange` for anything but two ascending numbers, of which one may be missing.
    public init(_ text: String) throws(ChartError) {
        let sides = text.split(separator: ",", omittingEmptySubsequences: false).map { side in
            side.filter { $0 != " " }
        }
        guard sides.count == 2 else { throw .badRange(text) }
        func number(_ side: String) throws(ChartError) -> Double? {
            if side.isEmpty { return nil }
            guard let number = Double(side), number.magnitude <= DataRange.limit else { throw .badRange(text) }
            return number
        }
        (lowest, highest) = (try number(sides[0]), try number(sides[1]))
        switch (lowest, highest) {
        case (nil, nil): throw .badRange(text)
        case (let lowest?, let highest?) where lowest >= highest: throw .badRange(text)
        default: break
        }
    }

    /// Whether an end is not above 0, which a logarithmic axis does not have.
    public var reachesZero: Bool { [lowest, highest].contains { $0.map { $0 <= 0 } ?? false } }

    /// Whether a value lies between the ends.
    public func contains(_ value: Double) -> Bool {
        value >= lowest ?? -.infinity && value <= highest ?? .infinity
    }
}

extension AxisRange: CustomStringConvertible {
    /// As it can be written again.
    public var description: String {
        [lowest, highest].map { $0.map { NumberText.plain($0) } ?? "" }.joined(separator: ",")
    }
}
