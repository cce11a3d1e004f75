import Randomness
import Tensors
import Testing

@testable import Networks

/// What holds for every loss, whatever its formula.
@Suite("Every loss keeps the contract")
struct LossContractTests {
    private static let rows = 6

    private func outputs(_ range: Range<Int> = 0..<rows) -> Matrix {
        var stream = RandomStream(seed: 3, .data)
        let all = (0..<Self.rows).map { _ in (0..<3).map { _ in 2 * stream.normal() } }.floats
        return Matrix(Array(all[range]))
    }

    private func batch(_ loss: any Loss, _ range: Range<Int> = 0..<rows) -> Batch {
        let empty = [[Float]](repeating: [], count: range.count)
        return loss.targets == .classes
            ? Batch(empty, classes: range.map { Int32($0 % 3) })
            : Batch(empty, values: range.map { row in (0..<3).map { Float((row + $0) % 2) } })
    }

    private func gradient(
        _ loss: any Loss, _ range: Range<Int> = 0..<rows, scale: Float = 1
    ) -> (sum: Double, gradient: [Float]) {
        let gradient = Matrix(rows: range.count, columns: 3)
        let sum = loss.sum(outputs(range), batch(loss, range), scale: scale, gradient: gradient)
        return (sum, gradient.array)
    }

    @Test("the same batch gives the same bits", arguments: LossKind.allCases, [0, 0.1])
    func repeatable(_ kind: LossKind, _ smoothing: Double) {
        let loss = ReferenceFormulas.loss(kind, smoothing: smoothing)
        #expect(gradient(loss) == gradient(loss))
    }

    /// 1e-12: sums of a few terms in double precision.
    @Test("an example counts the same alone and among others", arguments: LossKind.allCases, [0, 0.1])
    func independent(_ kind: LossKind, _ smoothing: Double) {
        let loss = ReferenceFormulas.loss(kind, smoothing: smoothing)
        let whole = gradient(loss)
        let parts = (0..<Self.rows).map { gradient(loss, $0..<($0 + 1)) }
        #expect(abs(parts.reduce(0) { $0 + $1.sum } - whole.sum) < 1e-12 * whole.sum)
        #expect(parts.flatMap(\.gradient) == whole.gradient)
    }

    @Test("the scale is a factor on the gradient alone", arguments: LossKind.allCases, [0, 0.1])
    func scale(_ kind: LossKind, _ smoothing: Double) {
        let loss = ReferenceFormulas.loss(kind, smoothing: smoothing)
        let (plain, scaled) = (gradient(loss), gradient(loss, scale: 1024))
        #expect(scaled.sum == plain.sum)
        #expect(scaled.gradient == plain.gradient.map { 1024 * $0 })
    }

    @Test("it is above 0 and falls along its gradient", arguments: LossKind.allCases, [0, 0.1])
    func falls(_ kind: LossKind, _ smoothing: Double) {
        let loss = ReferenceFormulas.loss(kind, smoothing: smoothing)
        let (outputs, batch) = (outputs(), batch(loss))
        let gradient = Matrix(rows: Self.rows, columns: 3)
        var last = Double.infinity
        for _ in 0..<50 {
            let sum = loss.sum(outputs, batch, scale: 0.05, gradient: gradient)
            #expect(sum > 0 && sum < last)
            last = sum
            for index in 0..<outputs.count { outputs.buffer[index] -= gradient.buffer[index] }
        }
    }
}
