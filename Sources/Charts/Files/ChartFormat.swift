/// The kinds of file a figure can become.
public enum ChartFormat: String, CaseIterable, Sendable {
    case png, svg, pdf
    /// The numbers that the figure shows, without the picture.
    case csv

    /// The format that the ending of a file's name says.
    public init(path: String) throws(ChartError) {
        let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? ""
        guard let format = ChartFormat(rawValue: ending.lowercased()) else { throw .unknownFormat(path: path) }
        self = format
    }

    /// As messages name them: `.png, .svg, .pdf or .csv`.
    static var endings: String {
        let names = allCases.map { "." + $0.rawValue }
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }
}
