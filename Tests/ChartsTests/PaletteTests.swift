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

    @Test("text in a series' colour is dark enough to read")
    func legible() {
        let theme = Theme.light
        for index in 0..<24 {
            let color = theme.palette.color(index).legible(on: theme.paper, ink: theme.ink)
            #expect(color.contrast(to: theme.paper) >= 4.5)
        }
    }
}
