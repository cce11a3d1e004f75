import Charts
import Foundation
import Settings

/// A report's file or folder that the system would not let us write.
public enum ReportFileError: Error, Hashable, Sendable {
    case unmakeableFolder(String)
    case unwritable(String)
}

extension SweepReport {
    /// One page that holds its charts and needs nothing beside it.
    public func page() throws -> String {
        try HTMLPage(document) { try EmbeddedPicture($0.figure, dark: $0.darkFigure) }.text
    }

    /// Markdown that shows the charts which are in a folder.
    public func markdown(withChartsIn folder: String?) -> String {
        MarkdownText(document) { chart in
            let path = folder.map { "\($0)/\(chart.kind.rawValue).png" }
            return path.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
        }.text
    }

    /// - Throws: `ReportFileError`; `ChartError`.
    public func writePage(to path: String) throws { try Self.write(page(), to: path) }

    /// Writes Markdown with its charts in a folder beside it; the charts first, so that the document never names one
    /// that is not there.
    ///
    /// - Throws: as for the page.
    public func writeMarkdown(to path: String) throws {
        let url = URL(filePath: path)
        let folder = url.deletingPathExtension().lastPathComponent + ".charts"
        let folderPath = url.deletingLastPathComponent().appending(path: folder).path(percentEncoded: false)
        if !charts.isEmpty {
            do {
                try FileManager.default.createDirectory(atPath: folderPath, withIntermediateDirectories: false)
            } catch CocoaError.fileWriteFileExists {
                // A folder of an earlier report is written over.
            } catch {
                throw ReportFileError.unmakeableFolder(folderPath)
            }
        }
        for chart in charts { try chart.figure.write(to: "\(folderPath)/\(chart.kind.rawValue).png") }
        try Self.write(MarkdownText(document) { "\(folder)/\($0.kind.rawValue).png" }.text, to: path)
    }

    private static func write(_ text: String, to path: String) throws {
        do { try ReplacementFile.write(Array(text.utf8), to: path) } catch { throw ReportFileError.unwritable(path) }
    }
}
