import Foundation

/// As what a report is written.
public enum ReportFormat: String, CaseIterable, Sendable {
    case markdown, html

    /// What the ending of a file's name says; nil where it says neither.
    public init?(path: String) {
        switch URL(filePath: path).pathExtension.lowercased() {
        case "md", "markdown": self = .markdown
        case "html", "htm": self = .html
        default: return nil
        }
    }
}
