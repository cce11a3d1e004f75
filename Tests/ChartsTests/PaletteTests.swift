import Testing

@testable import Charts

@Suite struct PaletteTests {
    @Test("the first two dozen series differ in colour, and all can be seen on their paper")
    func distinct() {
        let palette = Palette.okabeIto
        let colors = (0..<24).map(palette.color)
        #expect(Set(colors).count == 24)
        #expect(colors.prefix(16).allSatisfy { $0.contrast(to: palette.paper) > 1.9 })
        #expect((0..<8).allSatisfy { palette.dash($0) == .solid })
        #expect((8..<16).allSatisfy { palette.dash($0) == .dashed })
        #expect(palette.dash(10_000) == palette.dash(10_000 % 40))
    }

    @Test("what is drawn can be seen on its paper", arguments: ThemeName.allCases)
    func contrasts(name: ThemeName) {
        let theme = name.theme
        #expect(theme.palette.paper == theme.paper)
        #expect(theme.ink.contrast(to: theme.paper) >= 12)
        #expect(theme.mutedInk.contrast(to: theme.paper) >= 6)
        #expect(theme.axisLine.contrast(to: theme.paper) >= 5)
        #expect(theme.context.contrast(to: theme.paper) >= (name == .print ? 2.5 : 1.7))
        // The grid is there to be looked through.
        #expect((1.15...2).contains(theme.grid.contrast(to: theme.paper)))
        let colors = (0..<24).map(theme.palette.color)
        #expect(Set(colors).count == 24)
        #expect(colors.prefix(8).allSatisfy { $0.contrast(to: theme.paper) >= 3 })
    }

    @Test("series printed without colour differ in lightness and dashes from their neighbours")
    func withoutColour() {
        let palette = Theme.print.palette
        for index in 0..<7 {
            #expect(palette.color(index).contrast(to: palette.color(index + 1)) >= 1.7)
            #expect(palette.dash(index) != palette.dash(index + 1))
        }
        for index in 0..<8 {
            #expect((0..<index).allSatisfy { palette.color($0).contrast(to: palette.color(index)) >= 1.15 })
        }
    }

    @Test("text in a series' colour is strong enough to read", arguments: ThemeName.allCases)
    func legible(name: ThemeName) {
        let theme = name.theme
        for index in 0..<24 {
            let color = theme.palette.color(index).legible(on: theme.paper, ink: theme.ink)
            #expect(color.contrast(to: theme.paper) >= 4.5)
        }
    }
}
