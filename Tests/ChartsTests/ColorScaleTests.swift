import Foundation
import Testing

@testable import Charts

@Suite struct ColorScaleTests {
    /// CIE 1976 L*, of black 0 and of white 100.
    private func lightness(_ color: Color) -> Double {
        // The contrast to black is (luminance + 0.05) / 0.05.
        let luminance = color.contrast(to: Color(hex: 0)) * 0.05 - 0.05
        return luminance > 0.008856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
    }

    @Test("lightness goes one way in even steps, away from the paper", arguments: ThemeName.allCases)
    func even(name: ThemeName) {
        let scale = ColorScale(domain: 0...20, theme: name.theme)
        let steps = (0...20).map { lightness(scale.color(of: Double($0))) }
        let paper = lightness(name.theme.paper)
        let differences = zip(steps, steps.dropFirst()).map { abs($0 - paper) < abs($1 - paper) ? abs($1 - $0) : -1 }
        #expect(differences.allSatisfy { (2...5).contains($0) }, "\(differences)")
    }

    @Test("values beyond the domain have its first or last colour, and what is no value one of its own")
    func beyond() {
        let scale = ColorScale(domain: 1...100, kind: .log, theme: .light)
        #expect(scale.color(of: 0.1) == scale.color(of: 1))
        #expect(scale.color(of: 1e6) == scale.color(of: 100))
        #expect(scale.color(of: 10) == scale.color(at: 0.5))
        #expect(scale.color(of: .nan) == Theme.light.minorGrid)
    }

    @Test("a domain without length has a colour")
    func noLength() {
        let scale = ColorScale(domain: 3...3, theme: .dark)
        #expect(scale.color(of: 3) == scale.color(at: 0.5))
        #expect(ColorScale(domain: 0...0, kind: .log, theme: .dark).color(of: 0) == Theme.dark.minorGrid)
    }

    @Test("a reversed scale has the colours the other way round, and one for lines not the palest")
    func reversed() {
        let usual = ColorScale(domain: 0...1, theme: .light)
        let reversed = ColorScale(domain: 0...1, isReversed: true, theme: .light)
        #expect(reversed.color(of: 0.25) == usual.color(of: 0.75))
        let lines = ColorScale(domain: 0...1, isReversed: true, isForLines: true, theme: .light)
        #expect(lines.color(of: 1) == usual.color(of: 0.25) && lines.color(of: 0) == usual.color(of: 1))
    }
}
