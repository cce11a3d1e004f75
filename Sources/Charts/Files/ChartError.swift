/// Why a chart could not be made.
public enum ChartError: Error, Hashable, Sendable {
    case badSize(String)
    case badResolution(Double)
    case badRange(String)
    /// More pixels than a picture may have.
    case tooManyPixels(width: Int, height: Int)
    /// Too little room for so many panels.
    case tooSmall(FigureSize, panels: Int)
    case unknownFormat(path: String)
    case noFonts
    case cannotDraw(String)
    case cannotWrite(path: String, reason: String)

    /// Whether the system lacks what drawing takes, so that no chart at all can be drawn.
    public var isOfTheSystem: Bool {
        switch self {
        case .noFonts, .cannotDraw: true
        default: false
        }
    }
}

extension ChartError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badSize(let text):
            "The size is '\(text)'; it must be WIDTHxHEIGHT with both in 2...100 inches, as 7.2x4.5 or 18x11cm."
        case .badResolution(let resolution):
            "The resolution is \(resolution); it must be in 10...1200 dots per inch."
        case .badRange(let text):
            "The range is '\(text)'; it must be two ascending numbers as 0.1,5, of which one may be missing: 0.1, or ,5."
        case .tooManyPixels(let width, let height):
            "\(width) × \(height) pixels are too many for one picture; make the size or the resolution smaller."
        case .tooSmall(let size, let panels):
            "\(panels) panels do not fit on \(size) inches; make the size larger or the panels fewer."
        case .unknownFormat(let path):
            "'\(path)' does not say its format; it must end in \(ChartFormat.endings)."
        case .noFonts:
            "The system has no fonts to write with; install some, for example the package fonts-dejavu-core."
        case .cannotDraw(let reason):
            "The chart could not be drawn: \(reason)."
        case .cannotWrite(let path, let reason):
            "'\(path)' cannot be written: \(reason)."
        }
    }
}
