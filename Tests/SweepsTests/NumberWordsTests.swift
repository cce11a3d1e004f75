import Settings
import Sweeps
import Testing

@Suite("Numbers for people")
struct NumberWordsTests {
    @Test(
        "have four digits and no zeros that say nothing",
        arguments: [
            (1.0 / 3, "0.3333"), (12.5, "12.5"), (12.3456, "12.35"), (123_456.7, "123457"), (999.96, "1000"),
            (0.0, "0"),
            (-0.0650281, "−0.06503"), (0.0001, "0.0001"), (1.0, "1"), (1500.0, "1500"),
        ])
    func digits(value: Double, words: String) {
        #expect(NumberWords.text(value) == words)
    }

    @Test(
        "have a power of ten from a million up and below a ten-thousandth",
        arguments: [
            (3_721_234_567.0, "3.721×10⁹"), (1e6, "10⁶"), (-2.5e-7, "−2.5×10⁻⁷"), (1e300, "10³⁰⁰"),
            (1.5e-300, "1.5×10⁻³⁰⁰"),
        ])
    func powers(value: Double, words: String) {
        #expect(NumberWords.text(value) == words)
    }

    @Test("are written where they are none, and zero has no sign")
    func special() {
        #expect([.nan, .infinity, -.infinity, -0.0].map { NumberWords.text($0) } == ["nan", "∞", "−∞", "0"])
        #expect(NumberWords.fixed(-0.001, decimals: 2) == "0.00" && NumberWords.fixed(-1.5, decimals: 2) == "−1.50")
        #expect(NumberWords.power(6.2e-6, places: 2) == "6.20×10⁻⁶" && NumberWords.power(0, places: 1) == "0.0")
    }

    @Test("hyperparameters are written as in a sweep file, with more digits only where two would look alike")
    func parameters() {
        let values: [SettingValue] = [
            .number(0.123456), .number(0.123412), .number(0.30000000000000004), .number(1e-5), .string("adam"),
            .int(1_234_567),
            .list([.number(0.9), .number(0.99912345)]), .number(1.0000000000000002), .number(1.0000000000000004),
        ]
        let words = ParameterWords(values, of: "x")
        #expect(
            values.map { words.text($0, of: "x") } == [
                "0.1235", "0.1234", "0.3", "1e-5", "adam", "1234567", "[0.9, 0.9991]", "1.0000000000000002",
                "1.0000000000000004",
            ])
        #expect(words.text(.number(0.7654321), of: "y") == "0.7654")
    }
}
