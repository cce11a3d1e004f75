import Tensors
import Testing

@Suite("Matrices and their products")
struct MatrixTests {
    let first = Matrix([[1, 2, 3], [4, 5, 6]])
    let second = Matrix([[1, 0], [2, -1], [0, 3]])

    @Test("a product is the sum over the inner dimension")
    func product() {
        let result = Matrix(rows: 2, columns: 2)
        MatrixProduct.multiply(first, second, into: result)
        #expect(result.array == [5, 7, 14, 13])
    }

    @Test("either factor may be transposed")
    func transposedProducts() {
        let outer = Matrix(rows: 3, columns: 3)
        MatrixProduct.multiply(first, first, transposingFirst: true, into: outer)
        #expect(outer.array == [17, 22, 27, 22, 29, 36, 27, 36, 45])
        let inner = Matrix(rows: 2, columns: 2)
        MatrixProduct.multiply(first, first, transposingSecond: true, into: inner)
        #expect(inner.array == [14, 32, 32, 77])
    }

    @Test("a product over nothing is zero, whatever was there")
    func emptyProduct() {
        let result = Matrix([[7, 7], [7, 7]])
        MatrixProduct.multiply(Matrix(rows: 2, columns: 0), Matrix(rows: 0, columns: 2), into: result)
        #expect(result.array == [0, 0, 0, 0])
    }

    @Test("the first rows lie in the same memory")
    func prefix() {
        first.prefix(1)[0, 2] = 9
        #expect(first.array == [1, 2, 9, 4, 5, 6])
        #expect(first.prefix(1).array == [1, 2, 9])
    }

    @Test("buffers begin at a multiple of 64 bytes and are zero")
    func alignment() {
        for count in [1, 3, 1000, 2_000_003] {
            let buffer = FloatBuffer(count: count)
            #expect(Int(bitPattern: buffer.pointer) % 64 == 0)
            #expect(buffer.array == [Float](repeating: 0, count: count))
        }
    }

    @Test("named tensors follow each other without gaps")
    func layout() {
        var layout = TensorLayout()
        layout.append("a", shape: [2, 3])
        layout.append("b", shape: [4])
        #expect(layout["a"]?.range == 0..<6)
        #expect(layout["b"]?.range == 6..<10)
        #expect(layout.count == 10)
        #expect(layout["c"] == nil)
    }
}
