/// A place in a text file; lines and columns count from 1, columns in Unicode scalars.
public struct SourcePosition: Hashable, Sendable, Comparable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (one: SourcePosition, other: SourcePosition) -> Bool {
        (one.line, one.column) < (other.line, other.column)
    }
}

extension SourcePosition {
    static let start = SourcePosition(line: 1, column: 1)
}

extension SourcePosition: CustomStringConvertible {
    /// `7:13`
    public var description: String { "\(line):\(column)" }
}
