import Foundation
import Sweeps

/// Where in the order of trust a value stands; less is more trusted.
struct MetricTrust: Hashable, Comparable {
    /// The place of the source in the sweep file's order.
    var source: Int
    /// Among those of one source: the patterns of a person before what is recognized, files in the order written.
    var rank: Int
    /// As in `ReportedValue`.
    var doubt = 0

    static func < (first: Self, second: Self) -> Bool {
        (first.source, first.rank, first.doubt) < (second.source, second.rank, second.doubt)
    }
}

/// A file that is followed, and who reads it.
struct MetricStream {
    enum Format {
        case jsonLines, csv, tensorBoard

        var reader: any MetricReader {
            switch self {
            case .jsonLines: ReportedLinesReader()
            case .csv: CSVMetricsReader()
            case .tensorBoard: TensorBoardReader()
            }
        }
    }

    let format: Format
    let source: MetricSource
    let trust: MetricTrust
    /// The folder that gives a TensorBoard file's tags their names.
    let folder: String
    private(set) var file: FollowedFile
    private(set) var reader: any MetricReader
    private(set) var isBehind = false
    /// Values that stand before are of earlier attempts.
    private var silentUntil: Int64

    init(
        _ path: String, _ format: Format, source: MetricSource, trust: MetricTrust, folder: String = "", isSilent: Bool
    ) {
        self.format = format
        self.source = source
        self.trust = trust
        self.folder = folder
        file = FollowedFile(path: path)
        reader = format.reader
        silentUntil = isSilent ? file.size : 0
    }

    /// Reads what is new, at most `limit` bytes; nil where the file began anew.
    mutating func values(limit: Int) -> [ReportedValue]? {
        let silent = silentUntil - file.offset
        switch file.next(limit: silent > 0 ? min(limit, Int(silent)) : limit) {
        case .nothing:
            isBehind = false
            return []
        case .begunAnew:
            reader = format.reader
            silentUntil = 0
            isBehind = true
            return nil
        case .bytes(let bytes):
            isBehind = silent > 0 || bytes.count == limit
            let values = bytes.withUnsafeBytes { reader.take($0) }
            return silent > 0 ? [] : values
        }
    }

    mutating func finish() -> [ReportedValue] { reader.finish() }
}
