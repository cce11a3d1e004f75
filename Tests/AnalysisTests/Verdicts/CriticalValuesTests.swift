import Analysis
import CalibrationBenchmark
import Testing

@Suite("Critical values")
struct CriticalValuesTests {
    @Test("the table is what the search finds", arguments: [(2, 3), (3, 5), (5, 3), (10, 4)])
    func table(configurations: Int, seeds: Int) {
        let found = CriticalValueSearch.criticalValue(configurations: configurations, seeds: seeds, sweeps: 2_000)
        let held = CriticalValues.value(candidates: configurations, seeds: seeds)
        // At three seeds, where it varies most, the 96 % quantile of 2,000 draws varies by 5 %.
        #expect(abs(found / held - 1) < 0.12, "found \(found), the table holds \(held)")
    }

    @Test("more seeds lower the value, more candidates raise it from five on")
    func monotone() {
        for candidates in [2, 3, 4, 10, 77, 500, 4000] {
            let values = (2...200).map { CriticalValues.value(candidates: candidates, seeds: $0) }
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 }, "\(candidates) candidates")
        }
        for seeds in [4, 5, 8, 20, 500] {
            let values = [5, 6, 8, 20, 60, 200, 1000, 5000].map {
                CriticalValues.value(candidates: $0, seeds: seeds)
            }
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, "\(seeds) seeds")
        }
    }

    @Test("between the places of the table values lie between theirs, and fewer than two count as two")
    func between() {
        let value = CriticalValues.value(candidates: 7, seeds: 6)
        #expect(value > CriticalValues.value(candidates: 5, seeds: 7))
        #expect(value < CriticalValues.value(candidates: 10, seeds: 5))
        #expect(CriticalValues.value(candidates: 0, seeds: 0) == CriticalValues.value(candidates: 2, seeds: 2))
        #expect(CriticalValues.value(candidates: 9, seeds: 100) == CriticalValues.value(candidates: 9, seeds: .max))
    }
}
