public import ArgumentParser
public import Charts
import Reports

/// How a chart looks, whatever it shows.
struct ChartLook: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Width and height in inches, or with 'cm' or 'mm' after them. (default: 7.2x4.5, higher where names need it)",
            valueName: "WxH"))
    var size: String?

    @Option(help: ArgumentHelp("Dots per inch of a PNG.", valueName: "n"))
    var dpi = Figure.standardResolution

    @Option(help: ArgumentHelp("Colours for a screen or a printer: light, dark or print.", valueName: "theme"))
    var theme = ThemeName.light

    @Option(help: "In place of the usual title.")
    var title: String?

    /// - Throws: `ChartError` for a size or resolution that no picture can have.
    func checked() throws -> ChartOptions {
        var options = ChartOptions()
        if let size { options.size = try FigureSize(size) }
        try Figure.check(resolution: dpi)
        options.theme = theme.theme
        options.title = title
        return options
    }

    /// The options again, as far as they are not the usual ones.
    var words: [String] {
        var words: [String] = []
        if let size { words += ["--size", size] }
        if dpi != Figure.standardResolution {
            words += ["--dpi", dpi == dpi.rounded() ? String(Int(dpi)) : String(dpi)]
        }
        if theme != .light { words += ["--theme", theme.rawValue] }
        if let title { words += ["--title", title] }
        return words
    }
}

extension ThemeName: ExpressibleByArgument {}
