import Testing

@testable import Tensors

@Suite("Products with a long and a short dimension")
struct LongProductTests {
    /// Numbers that repeat after 1009, so that no two rows are alike.
    private static func matrix(_ rows: Int, _ columns: Int, seed: Int) -> Matrix {
        let numbers = (0..<(rows * columns)).map { Float(($0 * 7919 + seed) % 1009) / 1009 - 0.5 }
        return Matrix(FloatBuffer(numbers), rows: rows, columns: columns)
    }

    /// The shapes have edges where a kernel's tiles do not fit: less than a tile, one row or element more than some.
    @Test(
        "sums over long rows are those of the plain formula",
        arguments: [(1, 1, 2048), (4, 6, 2048), (3, 7, 2049), (65, 30, 4099), (9, 48, 3087)])
    func rows(rows: Int, columns: Int, inner: Int) {
        let (first, second) = (Self.matrix(rows, inner, seed: 1), Self.matrix(columns, inner, seed: 2))
        let result = Matrix([[Float]](repeating: [Float](repeating: 7, count: columns), count: rows))
        MatrixProduct.multiply(first, second, transposingSecond: true, into: result)
        for row in 0..<rows {
            for column in 0..<columns {
                var (sum, size) = (0.0, 0.0)
                for place in 0..<inner {
                    let product = Double(first[row, place]) * Double(second[column, place])
                    sum += product
                    size += product.magnitude
                }
                // Sums of Float in 16 parts are off by far less than their terms' sum times this.
                #expect((Double(result[row, column]) - sum).magnitude <= 2e-6 * size, "[\(row), \(column)]")
            }
        }
    }

    @Test(
        "long rows of results are those of the plain formula",
        arguments: [(1, 2048, 1), (6, 2048, 5), (7, 2049, 64), (30, 2111, 65), (48, 2500, 300)])
    func columns(rows: Int, columns: Int, inner: Int) {
        let (first, second) = (Self.matrix(inner, rows, seed: 3), Self.matrix(inner, columns, seed: 4))
        let result = Matrix([[Float]](repeating: [Float](repeating: 7, count: columns), count: rows))
        MatrixProduct.multiply(first, second, transposingFirst: true, into: result)
        let (left, right, found) = (first.array, second.array, result.array)
        for row in 0..<rows {
            var sums = [Double](repeating: 0, count: columns)
            for place in 0..<inner {
                let factor = Double(left[place * rows + row])
                for column in 0..<columns { sums[column] += factor * Double(right[place * columns + column]) }
            }
            let errors = (0..<columns).map { (Double(found[row * columns + $0]) - sums[$0]).magnitude }
            // At most 300 terms of at most 1/4.
            #expect(errors.allSatisfy { $0 <= 1e-5 }, "row \(row)")
        }
    }

    @Test("only shapes with one long and one short dimension are served")
    func kinds() {
        func kind(_ rows: Int, _ columns: Int, _ inner: Int, _ first: Bool, _ second: Bool) -> LongProduct.Kind? {
            LongProduct.kind(
                rows: rows, columns: columns, inner: inner, transposingFirst: first, transposingSecond: second)
        }
        for (first, second) in [(false, true), (true, false), (false, false), (true, true)] {
            #expect(kind(64, 128, 64, first, second) == nil)
            #expect(kind(4096, 4096, 4096, first, second) == nil)
        }
        #expect(kind(64, 30, 3072, true, true) == nil)
        #expect([nil, .ofRows].contains(kind(64, 30, 150_528, false, true)))
        #expect([nil, .ofColumns].contains(kind(30, 150_528, 64, true, false)))
    }
}
