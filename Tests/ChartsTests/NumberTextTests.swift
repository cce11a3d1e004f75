import Testing

@testable import Charts

@Suite struct NumberTextTests {
    private func labels(_ values: [Double], step: Double) -> [String] {
        NumberText.labels(values, step: step).map { $0.map { $0.isRaised ? "^" + $0.string : $0.string }.joined() }
    }

    @Test("have a real minus sign, and only the digits that tell them apart")
    func plain() {
        #expect(labels([-0.5, -0.25, 0, 0.25], step: 0.25) == ["−0.50", "−0.25", "0.00", "0.25"])
        #expect(labels([0, 5, 10], step: 5) == ["0", "5", "10"])
        #expect(labels([1.1, 1.2, 1.3000000000000003], step: 0.1) == ["1.1", "1.2", "1.3"])
    }

    @Test("have thin spaces between thousands from five digits on")
    func thousands() {
        #expect(labels([0, 2500, 5000], step: 2500) == ["0", "2500", "5000"])
        #expect(labels([5000, 10_000, 150_000], step: 5000) == ["5\u{2009}000", "10\u{2009}000", "150\u{2009}000"])
        #expect(NumberText.fixed(-1234.5, decimals: 1, isGrouped: true) == "−1\u{2009}234.5")
    }

    @Test("share a power of ten where they are very large or very small")
    func powers() {
        #expect(labels([0, 5e-5, 1e-4], step: 5e-5) == ["0", "5×10^−5", "10×10^−5"])
        #expect(labels([4.5e18, 4.75e18, 5e18], step: 2.5e17) == ["4.50×10^18", "4.75×10^18", "5.00×10^18"])
        #expect(labels([1e6, 2e6], step: 1e6) == ["1×10^6", "2×10^6"])
        #expect(labels([0, 1e300], step: 1e300) == ["0", "1×10^300"])
        #expect(labels([-2e-300, 2e-300], step: 4e-300) == ["−2×10^−300", "2×10^−300"])
    }

    @Test("what rounds to zero has no sign")
    func negativeZero() {
        #expect(NumberText.fixed(-0.0001, decimals: 2) == "0.00")
    }

    @Test(
        "numbers of settings are set as type sets them",
        arguments: [
            ("1e-9", "10⁻⁹"), ("2.50e+17", "2.5×10¹⁷"), ("250000000000000000", "2.5×10¹⁷"), ("-0.5", "−0.5"),
            ("-1e6", "−1×10⁶"), ("100000", "100000"), ("0", "0"), ("adam", "adam"), ("[1, 2]", "[1, 2]"), ("", ""),
        ])
    func settings(string: String, expected: String) {
        #expect(TypesetNumber.text(string) == expected)
    }

    @Test("numbers of one axis are all powers of ten where one is, unless that would make two alike")
    func together() {
        #expect(TypesetNumber.together(["0.1", "0.001", "1e-6", "0"]) == ["10⁻¹", "10⁻³", "10⁻⁶", "0"])
        #expect(TypesetNumber.together(["0.1", "-3", "20"]) == ["0.1", "−3", "20"])
        #expect(TypesetNumber.together(["0.1", "1e-6", "none"]) == ["0.1", "10⁻⁶", "none"])
        #expect(TypesetNumber.together(["1.00001", "1.00002", "1e-6"]) == ["1.00001", "1.00002", "10⁻⁶"])
    }

    @Test("values that were chosen have their own digits, or are all powers of ten")
    func chosen() {
        func plain(_ values: [Double]) -> [String] {
            NumberText.labels(of: values).map { Text(runs: $0, size: 8, color: Color(hex: 0)).plain }
        }
        #expect(plain([-0.5, 0, 0.0003, 16]) == ["−0.5", "0", "0.0003", "16"])
        #expect(plain([1e-5, 3e-4, 1]) == ["10^−5", "3×10^−4", "10^0"])
    }
}
