import Foundation
import Settings

extension Figure {
    /// Dots per inch of a PNG, unless asked otherwise.
    public static let standardResolution = 200.0

    /// The figure as the bytes of a file. Equal figures give equal bytes.
    ///
    /// - Parameter resolution: dots per inch, 10...1200; it counts for PNG only.
    public func encoded(
        as format: ChartFormat, resolution: Double = standardResolution
    ) throws(ChartError) -> [UInt8] {
        switch format {
        case .png:
            try Self.check(resolution: resolution)
            let texts = FileWords(self).pngTexts
            return PNGEncoder.adding(texts, resolution: resolution, to: try drawn(as: .png(resolution: resolution)))
        case .svg: return FileWords(self).added(toSVG: try drawn(as: .svg))
        case .pdf: return try drawn(as: .pdf(FileWords(self)))
        case .csv: return Array(DataTable(self).csv.utf8)
        }
    }

    /// Throws if no picture can have so many dots per inch.
    public static func check(resolution: Double) throws(ChartError) {
        guard (10...1200).contains(resolution) else { throw .badResolution(resolution) }
    }

    private func drawn(as format: CairoCanvas.Format) throws(ChartError) -> [UInt8] {
        var canvas = try CairoCanvas(page: size.page, format: format)
        let layout = FigureLayout(self, measure: canvas.width)
        guard !layout.isTooSmall else { throw .tooSmall(size, panels: panels.count) }
        if layout.page.height > size.page.height { canvas = try CairoCanvas(page: layout.page, format: format) }
        for primitive in layout.primitives { canvas.draw(primitive) }
        return try canvas.finish()
    }

    /// Writes the figure as the kind of file that the path's ending says, whole or not at all.
    public func write(to path: String, resolution: Double = standardResolution) throws(ChartError) {
        let format = try ChartFormat(path: path)
        try ChartFile.write(encoded(as: format, resolution: resolution), to: path)
    }
}

enum ChartFile {
    static func write(_ bytes: [UInt8], to path: String) throws(ChartError) {
        do {
            try ReplacementFile.write(bytes, to: path)
        } catch {
            throw .cannotWrite(path: path, reason: String(cString: strerror(error.code)))
        }
    }
}
