/// A text with tables and pictures, as any renderer can set it.
public struct ReportDocument: Sendable {
    /// A piece of running text. What it says may come from anyone; a renderer escapes it.
    public enum Inline: Hashable, Sendable {
        case text(String)
        case strong(String)
        case code(String)
    }

    public enum Block: Sendable {
        case heading(String)
        case subheading(String)
        case paragraph([Inline])
        /// The one sentence that must not be missed.
        case verdict(String)
        /// Sentences to beware of.
        case warnings([String])
        /// An explanation of what stands above it.
        case note(String)
        case table(Table)
        /// Those of which a renderer has a picture; without any of them, no heading.
        case charts(heading: String, [ReportChart])
        /// Commands or a file, line by line.
        case code(String, language: String)
    }

    public struct Table: Hashable, Sendable {
        public struct Column: Hashable, Sendable {
            public let name: String
            public let isNumeric: Bool

            init(_ name: String, isNumeric: Bool = true) {
                self.name = name
                self.isNumeric = isNumeric
            }
        }

        public let columns: [Column]
        /// Each with a cell for every column.
        public let rows: [[String]]
        /// The rows to set off, by index.
        public let emphasized: Set<Int>

        init(_ columns: [Column], rows: [[String]], emphasized: Set<Int> = []) {
            for row in rows {
                precondition(row.count == columns.count, "\(row.count) cells for \(columns.count) columns")
            }
            self.columns = columns
            self.rows = rows
            self.emphasized = emphasized
        }
    }

    public let title: String
    public let blocks: [Block]
}
