/// A view `[rows, columns]`, row after row, of consecutive numbers in a buffer that it keeps alive.
public struct Matrix {
    public let buffer: FloatBuffer
    /// Where in the buffer the first number is.
    public let start: Int
    public let rows: Int
    public let columns: Int

    public init(_ buffer: FloatBuffer, start: Int = 0, rows: Int, columns: Int) {
        precondition(
            start >= 0 && rows >= 0 && columns >= 0 && rows * columns <= buffer.count - start,
            "a matrix [\(rows), \(columns)] at \(start) in a buffer of \(buffer.count) numbers")
        self.buffer = buffer
        self.start = start
        self.rows = rows
        self.columns = columns
    }

    /// A matrix of zeros in a buffer of its own.
    public init(rows: Int, columns: Int) {
        self.init(FloatBuffer(count: rows * columns), rows: rows, columns: columns)
    }

    public init(_ numbers: [[Float]]) {
        self.init(FloatBuffer(numbers.flatMap(\.self)), rows: numbers.count, columns: numbers.first?.count ?? 0)
        precondition(numbers.allSatisfy { $0.count == columns }, "rows of different lengths")
    }

    public var count: Int { rows * columns }

    /// The first number; see `FloatBuffer` for why it is safe to use while the matrix is held.
    public var pointer: UnsafeMutablePointer<Float> { buffer.pointer + start }

    public subscript(row: Int, column: Int) -> Float {
        get {
            precondition(contains(row, column), "element [\(row), \(column)] of a matrix [\(rows), \(columns)]")
            return buffer[start + row * columns + column]
        }
        nonmutating set {
            precondition(contains(row, column), "element [\(row), \(column)] of a matrix [\(rows), \(columns)]")
            buffer[start + row * columns + column] = newValue
        }
    }

    /// The first `count` rows, in the same memory.
    public func prefix(_ count: Int) -> Matrix {
        precondition(count >= 0 && count <= rows, "the first \(count) rows of \(rows)")
        return Matrix(buffer, start: start, rows: count, columns: columns)
    }

    /// The numbers, row after row.
    public var array: [Float] { buffer.array(at: start..<(start + count)) }

    private func contains(_ row: Int, _ column: Int) -> Bool {
        row >= 0 && row < rows && column >= 0 && column < columns
    }
}
