import Testing

/// Compares element by element: each may be off by `tolerance` of its size, or of 1 where it is smaller.
func expectClose(
    _ found: [Float], _ expected: [Double], _ tolerance: Double, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(found.count == expected.count, "\(what()): \(found.count) numbers", sourceLocation: sourceLocation)
    for (index, (found, expected)) in zip(found, expected).enumerated() {
        #expect(
            abs(Double(found) - expected) <= tolerance * max(1, abs(expected)),
            "\(what())[\(index)] is \(found), not \(expected)", sourceLocation: sourceLocation)
    }
}

extension [[Double]] {
    var floats: [[Float]] { map { $0.map { Float($0) } } }
    var flat: [Double] { flatMap(\.self) }
}
