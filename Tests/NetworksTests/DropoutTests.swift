import Randomness
import Tensors
import Testing

@testable import Networks

@Suite("Dropout")
struct DropoutTests {
    /// The simple form: two values from each number of the stream, the one of its lower half first.
    private func plainMask(_ dropout: Dropout, count: Int, index: UInt64) -> [Float] {
        var stream = RandomStream(seed: dropout.seed, .dropout, index: index)
        let halves = (0..<((count + 1) / 2)).flatMap { _ in
            let bits = stream.next()
            return [UInt32(truncatingIfNeeded: bits), UInt32(bits >> 32)]
        }
        return halves.prefix(count).map { half in
            Double(half) * 0x1p-32 < dropout.rate ? 0 : Float(1 / (1 - dropout.rate))
        }
    }

    @Test("masks are the numbers of the random stream, one by one", arguments: [1, 2, 3, 4, 5, 63, 64, 1000])
    func streamOrder(count: Int) {
        for rate in [0.0, 0.25, 0.3, 0.5, 0.999] {
            let dropout = Dropout(rate: rate, seed: 5)
            let mask = Matrix(rows: 1, columns: count)
            dropout.fill(mask, step: 7, layer: 1, layers: 3)
            #expect(mask.array == plainMask(dropout, count: count, index: 22), "rate \(rate)")
        }
    }
}
