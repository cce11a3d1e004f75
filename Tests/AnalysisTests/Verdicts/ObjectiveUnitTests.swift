import Analysis
import Testing

@Suite("Numbers in verdicts")
struct ObjectiveUnitTests {
    @Test("differences are written as exactly as their margin allows")
    func differences() {
        #expect(ObjectiveUnit.points.words(difference: 0.01834, margin: 0.006) == "1.8 points")
        #expect(ObjectiveUnit.points.words(difference: 0.01834, margin: 0.00003) == "1.834 points")
        #expect(ObjectiveUnit.points.words(difference: 0.5, margin: 0.3) == "50 points")
        #expect(ObjectiveUnit.points.words(difference: 0.01, margin: 0.05) == "1 point")
        #expect(ObjectiveUnit.plain.words(difference: 0.000123, margin: 0.00002) == "0.00012")
        #expect(ObjectiveUnit.plain.words(difference: -0.3, margin: 0.2) == "−0.3")
        #expect(ObjectiveUnit.plain.words(difference: -0.001, margin: 0.2) == "0.0")
    }

    @Test("intervals have one margin for both ends")
    func intervals() {
        #expect(ObjectiveUnit.points.words(ConfidenceInterval(lower: 0.0121, upper: 0.0243)) == "1.2…2.4")
        #expect(ObjectiveUnit.plain.words(ConfidenceInterval(lower: -0.25, upper: 1)) == "−0.2…1.0")
    }

    @Test("what is not finite is written without a trap")
    func nonFinite() {
        #expect(ObjectiveUnit.plain.words(difference: .infinity, margin: .nan) == "∞")
        #expect(ObjectiveUnit.plain.words(difference: -.infinity, margin: 0) == "−∞")
        #expect(ObjectiveUnit.plain.words(difference: .nan, margin: 1) == "nan")
        #expect(ObjectiveUnit.plain.words(difference: 0, margin: 0) == "0.0")
        #expect(ObjectiveUnit.points.words(value: 0.971, margin: 0.002) == "97.1 %")
    }
}
