import Foundation
import Settings
import Sweeps
import Testing

@testable import Workloads

struct LearningRateTestTests {
    @Test func `the range of an optimizer on digits holds the rates that are good for it`() throws {
        let cache = WorkloadCache()
        for (optimizer, good) in [("sgd", 0.1...0.3), ("adam", 0.003...0.01)] {
            let workload = try workload(
                digits(["optimizer": .string(optimizer), "hidden": [32], "lr": 7]), cache: cache)
            let result = try workload.testLearningRates(from: 1e-7, to: 10, steps: 100, seed: 1)
            let range = try #require(result.range)
            #expect(range.least <= good.lowerBound && good.upperBound <= range.most, "\(optimizer): \(range)")
            #expect(good.lowerBound / range.least < 100 && range.most / good.upperBound < 100, "\(optimizer): \(range)")
            #expect(try workload.testLearningRates(from: 1e-7, to: 10, steps: 100, seed: 1) == result)
            #expect(try workload.testLearningRates(from: 1e-7, to: 10, steps: 100, seed: 2) != result)
        }
    }

    @Test(arguments: [
        (0.0123, 0.012, 0.013), (0.012, 0.012, 0.012), (9.96, 9.9, 10), (10, 10, 10), (1e-7, 1e-7, 1e-7),
        (3.14159e-5, 3.1e-5, 3.2e-5), (0.1 + 0.2, 0.3, 0.3), (9.99e4, 9.9e4, 1e5),
    ])
    func `rates are rounded outwards to two digits`(rate: Double, down: Double, up: Double) {
        #expect(RoundedRate.down(rate) == down && RoundedRate.up(rate) == up)
    }
}
