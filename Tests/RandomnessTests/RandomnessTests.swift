import Randomness
import Testing

@Suite struct RandomnessTests {
    @Test("Philox gives the published known answers")
    func knownAnswers() {
        // The known-answer vectors that the authors publish with Random123 (kat_vectors, philox4x32 10).
        #expect(
            Philox.block(counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0))
                == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
        #expect(
            Philox.block(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
                == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
        #expect(
            Philox.block(
                counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: SIMD2(0xa409_3822, 0x299f_31d0)
            )
                == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
    }

    @Test("a fingerprint is the published FNV-1a value")
    func fingerprints() {
        #expect(Fingerprint().description == "6c62272e07bb014262b821756295c58d")
        #expect(Fingerprint(of: "a").description == "d228cb696f1a8caf78912b704e4a8964")
        #expect(Fingerprint(of: "foobar").description == "343e1662793c64bf6f0d3597ba446f18")
    }

    @Test("streams, seeds and indices give numbers of their own, and the same ones again")
    func streamsDiffer() {
        func first(_ seed: UInt64, _ name: StreamName, _ index: UInt64) -> [UInt64] {
            var stream = RandomStream(seed: seed, name, index: index)
            return (0..<5).map { _ in stream.next() }
        }
        #expect(first(1, .order, 3) == first(1, .order, 3))
        var seen: Set<[UInt64]> = []
        for seed in UInt64(1)...3 {
            for name in StreamName.allCases {
                for index in UInt64(0)..<3 { seen.insert(first(seed, name, index)) }
            }
        }
        #expect(seen.count == 3 * StreamName.allCases.count * 3)
    }

    @Test("uniform, bounded and normal draws have the right moments")
    func moments() {
        var stream = RandomStream(seed: 7, .split)
        let count = 100_000
        let uniform = (0..<count).map { _ in stream.uniform() }
        #expect(uniform.allSatisfy { (0..<1).contains($0) })
        // Standard errors at this count: 0.0009 for the mean, 0.003 for the normal's mean, 0.0045 for its variance.
        #expect(abs(uniform.reduce(0, +) / Double(count) - 0.5) < 0.005)
        let normal = (0..<count).map { _ in stream.normal() }
        #expect(abs(normal.reduce(0, +) / Double(count)) < 0.015)
        #expect(abs(normal.map { $0 * $0 }.reduce(0, +) / Double(count) - 1) < 0.025)
        var histogram = [Int](repeating: 0, count: 6)
        for _ in 0..<60_000 { histogram[Int(stream.below(6))] += 1 }
        #expect(histogram.allSatisfy { abs($0 - 10_000) < 500 })
    }

    @Test("many normal draws at once are those of one after the other", arguments: [0, 10, 70_001])
    func manyNormals(count: Int) {
        for numbersBefore in 0..<3 {
            var (one, many) = (RandomStream(seed: 3, .`init`, index: 2), RandomStream(seed: 3, .`init`, index: 2))
            for _ in 0..<numbersBefore { #expect(one.next() == many.next()) }
            let expected = (0..<count).map { _ in Float(one.normal() * 0.25) }
            var values = [Float](repeating: 0, count: count)
            values.withUnsafeMutableBufferPointer { many.fill($0, normalOfDeviation: 0.25) }
            #expect(values == expected)
            #expect(many.next() == one.next())
        }
    }

    @Test("a shuffle keeps the elements and reaches every order about equally often")
    func shuffles() {
        var stream = RandomStream(seed: 1, .order)
        var orders: [[Int]: Int] = [:]
        for _ in 0..<6_000 {
            var elements = [0, 1, 2]
            stream.shuffle(&elements)
            orders[elements, default: 0] += 1
        }
        #expect(orders.count == 6)
        #expect(orders.values.allSatisfy { abs($0 - 1_000) < 170 })
    }
}
