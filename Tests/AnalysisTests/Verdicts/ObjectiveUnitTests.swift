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
        #expect(ObjectiveUnit.plain.words(difference: -0.001, margin: 0.2) == "−0.001")
        #expect(ObjectiveUnit.plain.words(difference: 0, margin: 0.2) == "0.0")
        // Where next to nothing is known of a difference it is still no other one.
        #expect(ObjectiveUnit.plain.words(difference: 0.52, margin: 1.8e12) == "0.5")
    }

    @Test("intervals have one margin for both ends")
    func intervals() {
        #expect(ObjectiveUnit.points.words(ConfidenceInterval(lower: 0.0121, upper: 0.0243)) == "1.2…2.4")
        #expect(ObjectiveUnit.plain.words(ConfidenceInterval(lower: -0.25, upper: 1)) == "−0.2…1.0")
    }

    @Test("an end that is not zero does not look like zero")
    func ends() {
        let points = ObjectiveUnit.points
        #expect(points.words(ConfidenceInterval(lower: 0.0003, upper: 0.07)) == "0.03…7.00")
        #expect(points.words(ConfidenceInterval(lower: 1e-9, upper: 0.07)) == "10⁻⁷…7")
        #expect(points.words(ConfidenceInterval(lower: 0, upper: 0.07)) == "0…7")
        #expect(points.words(ConfidenceInterval(lower: 1e-17, upper: 0.07)) == "0…7")
        #expect(ObjectiveUnit.plain.words(ConfidenceInterval(lower: 1e-7, upper: 1.3e-5)) == "10⁻⁷…1.3×10⁻⁵")
    }

    @Test("small numbers that need many decimals have a power of ten, and so have large ones")
    func powers() {
        #expect(ObjectiveUnit.plain.words(difference: 6.2e-6, margin: 6e-6) == "6.2×10⁻⁶")
        #expect(ObjectiveUnit.plain.words(difference: -1.25e-10, margin: 1e-12) == "−1.250×10⁻¹⁰")
        #expect(ObjectiveUnit.plain.digits(1.05e-5, margin: 3e-7) == "1.05×10⁻⁵")
        #expect(ObjectiveUnit.plain.digits(0.00012, margin: 2e-5) == "0.00012")
        #expect(ObjectiveUnit.plain.digits(3_721_234_567, margin: 0) == "3.72×10⁹")
        #expect(ObjectiveUnit.plain.digits(3_721_234_567, margin: 4e9) == "4×10⁹")
        #expect(ObjectiveUnit.plain.words(difference: -1_234_567, margin: 2e4) == "−1.23×10⁶")
        #expect(ObjectiveUnit.plain.digits(999_999, margin: 3) == "999999")
    }

    @Test("whole numbers end in zeros where a margin makes their digits not worth writing")
    func thousands() {
        let unit = ObjectiveUnit.magnitude
        #expect(unit.words(difference: 181_043, margin: 15_265) == "181000")
        #expect(unit.words(ConfidenceInterval(lower: 165_778, upper: 196_309)) == "166000…196000")
        #expect(unit.digits(54_045, margin: 5694) == "54000" && unit.digits(2292, margin: 5694) == "2290")
        #expect(unit.digits(54_045, margin: 0) == "54045" && unit.digits(999, margin: 500) == "999")
    }

    @Test("intervals are cut to where values can be")
    func bounds() {
        let wide = ConfidenceInterval(lower: -0.2, upper: 1.2)
        #expect(ObjectiveUnit.points.bounded(wide) == ConfidenceInterval(lower: 0, upper: 1))
        #expect(ObjectiveUnit.magnitude.bounded(wide) == ConfidenceInterval(lower: 0, upper: 1.2))
        #expect(ObjectiveUnit.plain.bounded(wide) == wide)
        #expect(ObjectiveUnit.points.boundedDifference(wide) == ConfidenceInterval(lower: -0.2, upper: 1))
        #expect(ObjectiveUnit.magnitude.boundedDifference(wide) == wide)
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
