import Testing

@testable import Charts

@Suite struct ScaleTests {
    private func scale(_ values: [Double], _ kind: ScaleKind = .linear, isWhole: Bool = false) -> Scale {
        var range = DataRange(scale: kind)
        range.include(values)
        return Scale(Axis("", scale: kind, isWhole: isWhole), showing: range, padding: 0.05)
    }

    @Test("leaves some room around the data, but not below zero for what is never negative")
    func padding() {
        let positive = scale([0.01, 1.01])
        #expect(positive.lower == 0)
        #expect(abs(positive.upper - 1.06) < 1e-12)
        #expect(abs(scale([-1, 1]).lower + 1.1) < 1e-12)
    }

    @Test(
        "has length whatever the data are",
        arguments: [
            [], [.nan], [.infinity, -.infinity], [0], [1, 1, 1], [.leastNonzeroMagnitude], [1e307, -1e307], [1e308],
            [1, 1.0.nextUp], [-3], [1e-300, 1e300],
        ] as [[Double]])
    func degenerate(values: [Double]) {
        for kind in ScaleKind.allCases {
            for isWhole in [false, true] {
                let scale = scale(values, kind, isWhole: isWhole)
                #expect(scale.lower < scale.upper)
                #expect((scale.upper - scale.lower).isFinite)
                for value in values {
                    if let position = scale.position(value) { #expect((-1e-9...1 + 1e-9).contains(position)) }
                }
            }
        }
    }

    @Test("counts what it cannot show, but not what was never measured")
    func counting() {
        var range = DataRange(scale: .log)
        range.include([.nan, .infinity, -.infinity, 0, -1, 0.5, 2, 30, 31], within: 1...10)
        #expect(range.notFinite == 2)
        #expect(range.notPositive == 2)
        #expect(range.above == 2 && range.below == 1)
        #expect(range.lower == 2 && range.upper == 2)
    }

    @Test("takes a domain that was asked for, and one that cannot be as if there were none")
    func domains() {
        var range = DataRange(scale: .log)
        range.include([1, 10])
        let asked = Scale(Axis("", scale: .log, domain: 0.1...100), showing: range, padding: 0)
        #expect(asked.lower == 0.1 && asked.upper == 100)
        let impossible = Scale(Axis("", scale: .log, domain: -1...100), showing: range, padding: 0)
        #expect(abs(impossible.lower - 1) < 1e-12)
    }
}
