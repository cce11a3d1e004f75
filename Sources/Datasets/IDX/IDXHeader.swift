/// The header of an IDX file, the format of the MNIST digits.
///
/// Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits", section "File formats", 1998: two
/// zero bytes, a code for the kind of number, how many dimensions there are, the dimensions in 32 bits each; all numbers
/// have their highest byte first, and the last dimension varies fastest.
struct IDXHeader: Hashable {
    let element: ArrayElement
    let shape: [Int]

    /// Reads the header and leaves `feed` at the first number. Throws a `DataError`.
    init(_ feed: any ByteFeed) throws(DataError) {
        let start = try feed.bytes(4)
        guard start[0] == 0, start[1] == 0, let element = Self.codes[start[2]] else {
            throw DataError(path: feed.path, rule: "it is no IDX file")
        }
        guard start[3] > 0 else { throw DataError(path: feed.path, rule: "its header names no dimension") }
        self.element = element
        let dimensions = try feed.bytes(4 * Int(start[3]))
        shape = stride(from: 0, to: dimensions.count, by: 4).map { place in
            dimensions[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
        }
    }

    /// In bytes.
    var size: Int { 4 + 4 * shape.count }

    private static let codes: [UInt8: ArrayElement] = [
        0x08: .uint8, 0x09: .int8, 0x0B: .int16, 0x0C: .int32, 0x0D: .float32, 0x0E: .float64,
    ]
}
