/// Floats on a boundary of 64 bytes, the width of a cache line and of the widest vectors.
///
/// It hands out its bare address for kernels; the address is good as long as the buffer lives.
final class AlignedBuffer {
    let count: Int
    let elements: UnsafeMutablePointer<Float>
    private let memory: UnsafeMutableRawPointer

    init(count: Int, filledWith value: Float) {
        precondition(count >= 0, "a buffer of \(count) elements")
        self.count = count
        memory = .allocate(byteCount: max(1, count) * MemoryLayout<Float>.stride, alignment: 64)
        elements = memory.bindMemory(to: Float.self, capacity: count)
        elements.initialize(repeating: value, count: count)
    }

    deinit { memory.deallocate() }

    var values: [Float] {
        get { Array(UnsafeBufferPointer(start: elements, count: count)) }
        set {
            precondition(newValue.count == count, "\(newValue.count) values for \(count) elements")
            for (index, value) in newValue.enumerated() { elements[index] = value }
        }
    }
}
