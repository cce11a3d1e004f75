import Foundation

/// What a prepared file says about its examples, beside their numbers.
struct PreparedDescription: Hashable, Codable {
    /// A picture that was left out.
    struct Skipped: Hashable, Codable, Sendable {
        let name: String
        let reason: String
    }

    /// The cache's name for the content, as a protection against files that were moved.
    let key: String
    let count: Int
    let element: ExampleLayout.Element
    /// Of one example.
    let shape: [Int]
    /// The name of the array of targets; nil if the classes are known by their names alone.
    let targetName: String?
    let categories: [String]?
    let skipped: [Skipped]
    /// Where the examples are the rows of a table; nil for others.
    let table: TableColumns?

    /// What is known of a table beside its numbers.
    struct TableColumns: Hashable, Codable, Sendable {
        let columns: [Table.Column]
        let target: Table.Column
        /// `[shifts, 2]`: row and lines, in 64 bits each with the lowest byte first, for rows that begin on other
        /// lines than their number says.
        let lineShifts: Data
        /// Of the bytes of the file.
        let fingerprint: String
    }
}

/// The tail of a prepared file: its description, and numbers for each example.
struct PreparedTail {
    let description: PreparedDescription
    /// `[count]`.
    let targets: [Double]
    /// `[count, channels, 2]`: mean, and sum of squared deviations; none where there are no channels.
    let moments: [Double]

    init(description: PreparedDescription, targets: [Double], moments: [Double]) {
        self.description = description
        self.targets = targets
        self.moments = moments
    }

    /// Throws an `EncodingError`, which JSON of text and whole numbers does not cause.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(description)
        var bytes = withUnsafeBytes(of: UInt64(json.count).littleEndian) { Array($0) }
        bytes.reserveCapacity(8 + (targets.count + moments.count) * 8 + json.count)
        for number in targets + moments {
            withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes + json
    }

    /// nil unless the parts have the sizes and values that the description asks for.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 8 else { return nil }
        func number(_ index: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        guard let jsonSize = Int(exactly: number(0)), jsonSize <= bytes.count - 8,
            let description = try? JSONDecoder().decode(
                PreparedDescription.self, from: Data(bytes.suffix(jsonSize))),
            let layout = ExampleLayout(element: description.element, shape: description.shape),
            description.count > 0, description.count <= bytes.count / 8
        else { return nil }
        let momentCount = description.count * (layout.channels ?? 0) * 2
        guard 8 + (description.count + momentCount) * 8 + jsonSize == bytes.count else { return nil }
        self.description = description
        targets = (0..<description.count).map { Double(bitPattern: number(1 + $0)) }
        moments = (0..<momentCount).map { Double(bitPattern: number(1 + description.count + $0)) }
        if let categories = description.categories {
            for target in targets where !(target >= 0 && target < Double(categories.count)) { return nil }
        }
    }
}
