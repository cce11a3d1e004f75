/// Numbers in a file with their kind, order and shape, read once from the front.
struct StoredArray {
    let path: String
    /// As messages call it: `x`, `y`.
    let name: String
    let element: ArrayElement
    let isBigEndian: Bool
    /// Whether the first dimension varies fastest, instead of the last.
    let isFortran: Bool
    let shape: [Int]
    /// Stands at the first number.
    let feed: any ByteFeed

    /// The most numbers of an array whose first dimension varies fastest, which must be held to be turned round.
    static let mostTurned = 1 << 29

    /// The numbers of bytes of all elements; nil if that is no number.
    static func byteCount(_ element: ArrayElement, shape: [Int]) -> Int? {
        var count = element.size
        for dimension in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
            if dimension < 0 || overflow { return nil }
            count = product
        }
        return count
    }

    func error(_ rule: String, at index: Int? = nil, value: String? = nil) -> DataError {
        DataError(path: path, array: index.map { "\(name)[\($0)]" } ?? name, value: value, rule: rule)
    }

    /// `[3, 4]`, as Python writes it.
    static func text(_ shape: [Int]) -> String { "[\(shape.map(String.init).joined(separator: ", "))]" }

    // MARK: Examples

    /// How its examples, one for each place of the first dimension, are kept. Throws a `DataError` if there are none.
    func layout() throws(DataError) -> ExampleLayout {
        guard let count = shape.first, count > 0, count <= Int(Int32.max),
            let layout = ExampleLayout(element: element.kept, shape: Array(shape.dropFirst()))
        else {
            throw error(
                "its shape is \(Self.text(shape)); the first dimension must count the examples, 1 to \(Int32.max), and "
                    + "the others 1 to \(ExampleLayout.mostWidth) numbers of each")
        }
        return layout
    }

    /// Writes all examples. Throws a `DataError` at a number that is not finite, or if the file is damaged.
    func write(to writer: PreparedFileWriter, _ progress: ProgressCounter) throws {
        switch element.kept {
        case .uint8: try write(to: writer, progress, { UInt8($0) })
        case .float32: try write(to: writer, progress, { Float($0) })
        }
        try feed.finish()
    }

    private func write<Number>(
        to writer: PreparedFileWriter, _ progress: ProgressCounter, _ convert: (Double) -> Number
    ) throws {
        let width = writer.layout.width
        if isFortran, width > 1, shape[0] > 1 { return try writeTurned(to: writer, progress, convert) }
        let most = max(1, (4 << 20) / (width * element.size))
        var first = 0
        while first < shape[0] {
            let count = min(most, shape[0] - first)
            let numbers = try read(count * width, convert) { place in first + place / width }
            try numbers.withUnsafeBytes { try writer.write($0, at: first) }
            first += count
            progress.add(count)
        }
    }

    /// For arrays in which the numbers of one example lie far apart.
    private func writeTurned<Number>(
        to writer: PreparedFileWriter, _ progress: ProgressCounter, _ convert: (Double) -> Number
    ) throws {
        let (examples, width) = (shape[0], writer.layout.width)
        guard examples <= Self.mostTurned / width else {
            throw error(
                "it is stored with its first dimension varying fastest (Fortran order) and has more than "
                    + "\(Self.mostTurned) numbers; save numpy.ascontiguousarray of it")
        }
        var turned = [Number](repeating: convert(0), count: examples * width)
        // Of one example, the place of its numbers in the order in which they come: the first dimension fastest.
        var places = [0]
        var stride = width
        for dimension in shape.dropFirst() {
            stride /= dimension
            places = (0..<dimension).flatMap { index in places.map { $0 + index * stride } }
        }
        // So many at a time that neighbours in memory are written soon after one another.
        let most = max(1, min(64, (4 << 20) / examples))
        for first in Swift.stride(from: 0, to: width, by: most) {
            let tile = places[first..<min(first + most, width)]
            let numbers = try read(examples * tile.count, convert) { $0 % examples }
            for example in 0..<examples {
                for (index, place) in tile.enumerated() {
                    turned[example * width + place] = numbers[index * examples + example]
                }
            }
        }
        try turned.withUnsafeBytes { try writer.write($0, at: 0) }
        progress.add(examples)
    }

    /// The next numbers, checked. `index` tells for messages which example a place among them belongs to.
    private func read<Number>(
        _ count: Int, _ convert: (Double) -> Number, index: (Int) -> Int
    ) throws(DataError) -> [Number] {
        let bytes = try feed.bytes(count * element.size)
        var wrong: (place: Int, value: Double)?
        let numbers = [Number](unsafeUninitializedCapacity: count) { numbers, filled in
            bytes.withUnsafeBytes { bytes in
                element.forEach(in: bytes, isBigEndian: isBigEndian) { place, value in
                    if !Float(value).isFinite, wrong == nil { wrong = (place, value) }
                    (numbers.baseAddress.map { $0 + place })?.initialize(to: convert(value))
                }
            }
            filled = count
        }
        if let wrong {
            throw error(
                "it must be a finite number of magnitude below 3.4e38", at: index(wrong.place), value: "\(wrong.value)")
        }
        return numbers
    }

    // MARK: Targets

    /// The target of each of `count` examples. Throws a `DataError` unless there are as many finite numbers.
    func targets(count: Int) throws(DataError) -> [Double] {
        guard shape == [count] || shape == [count, 1] else {
            throw error("its shape is \(Self.text(shape)); it must be [\(count)], a target for each example")
        }
        let targets = try read(count, { $0 }, index: { $0 })
        try feed.finish()
        // Beyond that, different whole numbers would become the same.
        if element.size == 8, element != .float64, let index = targets.firstIndex(where: { abs($0) > 0x1p53 }) {
            throw error("it must be of magnitude up to 2⁵³", at: index, value: "\(targets[index])")
        }
        return targets
    }
}
