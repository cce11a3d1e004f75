/// What a file says of its chart beside the picture: each format has a place for it.
struct FileWords: Hashable {
    static let software = "sweep"

    let title: String
    /// How to read the chart.
    let description: String
    /// What makes it again; may be empty.
    let command: String

    init(_ figure: Figure) {
        title = figure.title
        description = figure.subtitle
        command = figure.command ?? ""
    }

    /// As the keywords of a PNG's text chunks.
    var pngTexts: [(keyword: String, text: String)] {
        [("Title", title), ("Description", description), ("Software", Self.software), ("Comment", command)]
    }

    /// An SVG with them as its title and description, which browsers and screen readers know.
    func added(toSVG svg: [UInt8]) -> [UInt8] {
        guard let start = svg.firstRange(of: Array("<svg".utf8)),
            let end = svg[start.upperBound...].firstIndex(of: UInt8(ascii: ">"))
        else { return svg }
        let description = [description, command].filter { !$0.isEmpty }.joined(separator: "\n")
        let added = [("title", title), ("desc", description)].filter { !$0.1.isEmpty }
            .map { "\n<\($0)>\(Self.escaped($1))</\($0)>" }.joined()
        return Array(svg[...end]) + Array(added.utf8) + svg[(end + 1)...]
    }

    /// Without what XML has a meaning for, or forbids.
    private static func escaped(_ text: String) -> String {
        let allowed = text.unicodeScalars.filter {
            $0 == "\n" || $0 == "\t" || ($0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE)
        }
        return String(String.UnicodeScalarView(allowed))
            .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
