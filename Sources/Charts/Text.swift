/// One line of text in one size and colour, with raised parts for exponents.
///
/// Text from users is data: it is never read as markup, and what would break the line is shown as a space.
public struct Text: Hashable, Sendable {
    public struct Run: Hashable, Sendable {
        public let string: String
        /// Smaller and above the line, as an exponent.
        public let isRaised: Bool
    }

    public let runs: [Run]
    /// In points.
    public var size: Double
    public var isBold: Bool
    public var color: Color

    public init(_ string: String, size: Double, isBold: Bool = false, color: Color) {
        self.init(runs: [Run(string: string, isRaised: false)], size: size, isBold: isBold, color: color)
    }

    init(runs: [Run], size: Double, isBold: Bool = false, color: Color) {
        self.runs = runs.map { Run(string: Self.oneLine($0.string), isRaised: $0.isRaised) }
        self.size = size
        self.isBold = isBold
        self.color = color
    }

    /// The characters, raised ones after a `^`.
    public var plain: String {
        runs.map { $0.isRaised ? "^" + $0.string : $0.string }.joined()
    }

    private static func oneLine(_ string: String) -> String {
        String(
            String.UnicodeScalarView(
                string.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }))
    }
}

extension [Text.Run] {
    /// Text without any raised part.
    static func plain(_ string: String) -> [Text.Run] { [Text.Run(string: string, isRaised: false)] }

    static func raised(_ string: String) -> [Text.Run] { [Text.Run(string: string, isRaised: true)] }
}
