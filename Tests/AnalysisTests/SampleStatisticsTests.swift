import Analysis
import Testing

@Suite("Statistics of samples")
struct SampleStatisticsTests {
    @Test("mean, deviation and median of known samples")
    func known() {
        let values: [Double] = [2, 4, 4, 4, 5, 5, 7, 9]
        #expect(SampleStatistics.mean(of: values) == 5)
        // The squares sum to 32, over n − 1 = 7.
        #expect(SampleStatistics.standardDeviation(of: values) == (32.0 / 7).squareRoot())
        #expect(SampleStatistics.median(of: values) == 4.5)
        #expect(SampleStatistics.median(of: [3, 1, 2]) == 2)
    }

    @Test("a single value has no deviation, nothing has nothing")
    func small() {
        #expect(SampleStatistics.mean(of: [3]) == 3)
        #expect(SampleStatistics.standardDeviation(of: [3]) == nil)
        #expect(SampleStatistics.mean(of: []) == nil)
        #expect(SampleStatistics.standardDeviation(of: []) == nil)
        #expect(SampleStatistics.median(of: []) == nil)
    }

    @Test("equal values far from zero deviate by nothing")
    func cancellation() {
        #expect(SampleStatistics.standardDeviation(of: [1e8, 1e8, 1e8]) == 0)
        #expect(SampleStatistics.standardDeviation(of: [1e8, 1e8 + 1, 1e8 + 2]) == 1)
    }

    @Test("the order of values does not reach the last bit")
    func order() {
        let values = [0.1, 0.7, 0.3, 1e-9, 12.5]
        #expect(SampleStatistics.mean(of: values) == SampleStatistics.mean(of: values.reversed()))
    }
}
