import Analysis
import Testing

@Suite("Distributions")
struct DistributionTests {
    private let reference: ReferenceNumbers

    init() throws { reference = try ReferenceNumbers.read() }

    @Test("Student's t has scipy's probabilities and quantiles")
    func student() {
        for expected in reference.student {
            #expect(agree(StudentDistribution.twoSided95(freedom: expected.freedom), expected.twoSided95))
            for point in expected.cumulative {
                let probability = StudentDistribution.cumulative(point[0], freedom: Double(expected.freedom))
                #expect(agree(probability, point[1]))
            }
        }
    }

    @Test("the beta distribution has scipy's probabilities and quantiles")
    func beta() {
        for expected in reference.beta {
            for point in expected.cumulative {
                #expect(agree(BetaDistribution.cumulative(point[0], a: expected.a, b: expected.b), point[1]))
            }
            for point in expected.quantiles {
                #expect(agree(BetaDistribution.quantile(point[0], a: expected.a, b: expected.b), point[1]))
            }
        }
        #expect(BetaDistribution.cumulative(-1, a: 2, b: 3) == 0)
        #expect(BetaDistribution.cumulative(2, a: 2, b: 3) == 1)
        #expect(BetaDistribution.cumulative(.nan, a: 2, b: 3).isNaN)
    }

    @Test("the normal distribution has scipy's probabilities")
    func normal() {
        for point in reference.normal { #expect(agree(NormalDistribution.cumulative(point[0]), point[1])) }
    }

    @Test("the largest of many normal draws is expected where scipy's integral puts it")
    func expectedMaximum() {
        for expected in reference.expectedMaximum {
            #expect(agree(NormalDistribution.expectedMaximum(of: expected.count), expected.value, within: 1e-8))
        }
        #expect(NormalDistribution.expectedMaximum(of: 1) == 0)
        #expect(NormalDistribution.expectedMaximum(of: 0) == 0)
    }
}
