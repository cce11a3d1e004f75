/// A block of single-precision numbers with a fixed place in memory, aligned to 64 bytes, zero at the start.
///
/// Kernels and BLAS work on `pointer` directly. That is safe as long as the buffer is held, by a function's parameter or
/// an object that lives on: the block is owned by this object alone, never moves and is freed with it. `Matrix` holds
/// its buffer. Who has neither takes a copy, `array`.
/// Not `Sendable`: a buffer belongs to the one training that made it.
public final class FloatBuffer {
    public let count: Int
    public let pointer: UnsafeMutablePointer<Float>

    private let pages: LargePages?

    public init(count: Int) {
        precondition(count >= 0, "a buffer of \(count) numbers")
        self.count = count
        let capacity = max(count, 1)
        let byteCount = capacity * MemoryLayout<Float>.stride
        pages = LargePages(byteCount: byteCount)
        let block = pages?.start ?? .allocate(byteCount: byteCount, alignment: 64)
        pointer = block.bindMemory(to: Float.self, capacity: capacity)
        // The system's pages are zero already, and cost nothing until they are used.
        if pages == nil { pointer.initialize(repeating: 0, count: capacity) }
    }

    public convenience init(_ numbers: [Float]) {
        self.init(count: numbers.count)
        copy(from: numbers)
    }

    deinit {
        if let pages { pages.release() } else { pointer.deallocate() }
    }

    public subscript(index: Int) -> Float {
        get {
            precondition(index >= 0 && index < count, "index \(index) in a buffer of \(count) numbers")
            return pointer[index]
        }
        set {
            precondition(index >= 0 && index < count, "index \(index) in a buffer of \(count) numbers")
            pointer[index] = newValue
        }
    }

    /// All numbers, in order. The view must not outlive the buffer.
    public var elements: UnsafeMutableBufferPointer<Float> { UnsafeMutableBufferPointer(start: pointer, count: count) }

    /// The numbers at `range`. The view must not outlive the buffer.
    public subscript(range: Range<Int>) -> UnsafeMutableBufferPointer<Float> {
        precondition(
            range.lowerBound >= 0 && range.upperBound <= count, "range \(range) in a buffer of \(count) numbers")
        return UnsafeMutableBufferPointer(start: pointer + range.lowerBound, count: range.count)
    }

    /// A copy of all numbers.
    public var array: [Float] { withExtendedLifetime(self) { Array(elements) } }

    /// A copy of the numbers at `range`.
    public func array(at range: Range<Int>) -> [Float] { withExtendedLifetime(self) { Array(self[range]) } }

    public func fill(_ number: Float) {
        pointer.update(repeating: number, count: count)
    }

    /// Takes over all numbers of `other`, which has as many.
    public func copy(from other: FloatBuffer) {
        precondition(other.count == count, "\(other.count) numbers for a buffer of \(count)")
        pointer.update(from: other.pointer, count: count)
    }

    public func copy(from numbers: [Float]) {
        precondition(numbers.count == count, "\(numbers.count) numbers for a buffer of \(count)")
        numbers.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { pointer.update(from: start, count: count) }
        }
    }
}
