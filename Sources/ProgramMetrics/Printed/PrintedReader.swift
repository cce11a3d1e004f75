/// Reads the values of given metrics out of what a program prints.
///
/// It knows names followed by numbers, with signs or space between, in bars that are redrawn, tables, JSON and Python
/// texts; it reads nothing out of sentences, times and progress. Epochs come from the line or from lines before. A value
/// is seen once its line is complete.
public struct PrintedReader: MetricReader {
    public let damagedCount = 0
    /// Names of values in the text that are near to a metric's but are not it, in order; at most 20.
    public private(set) var nearNames: [String] = []

    private let metrics: [AskedMetric]
    private let names: AnchorScanner
    private let epochs = AnchorScanner([Array("epoch".utf8)])
    private var lines = TerminalLines()
    private var epoch: Int?
    private var table: PrintedTable?
    private var heading: (part: MetricWords.Part, indentation: Int)?
    /// The last states of lines that are redrawn, of an epoch each, by the line's number: one counts when the next epoch
    /// is drawn over it.
    private var redrawn: [Int: (line: [UInt8], epoch: Int)] = [:]
    /// What a progress bar showed last of each metric: a bar is drawn again when other lines have come between.
    private var barred: [Int: (epoch: Int, value: Double)] = [:]

    /// - Parameter metrics: The names to look for, as the sweep file has them.
    public init(metrics: [String]) {
        self.metrics = metrics.filter { !$0.isEmpty }.map { AskedMetric($0) }
        names = AnchorScanner(self.metrics.flatMap { MetricWords.anchors(of: $0.name) })
    }

    public mutating func take(_ bytes: UnsafeRawBufferPointer) -> [ReportedValue] {
        var values: [ReportedValue] = []
        var lines = TerminalLines()
        swap(&lines, &self.lines)
        lines.take(bytes) { read($0, $1, number: $2, &values) }
        swap(&lines, &self.lines)
        return values
    }

    public mutating func finish() -> [ReportedValue] {
        var values: [ReportedValue] = []
        var lines = TerminalLines()
        swap(&lines, &self.lines)
        lines.finish { read($0, $1, number: $2, &values) }
        redrawn = [:]
        return values
    }

    private mutating func read(
        _ line: UnsafeBufferPointer<UInt8>, _ stage: TerminalLines.Stage, number: Int, _ values: inout [ReportedValue]
    ) {
        if stage == .redrawn || !redrawn.isEmpty {
            let epoch = epochs.isAny(in: line) ? PrintedPlace.epoch(in: line) : nil
            if let former = redrawn[number], let epoch, epoch != former.epoch {
                former.line.withUnsafeBufferPointer { readLine($0, &values) }
            }
            if stage == .redrawn {
                if let epoch, redrawn.count < 64 { redrawn[number] = (Array(line), epoch) }
                return
            }
            redrawn[number] = nil
        }
        readLine(line, &values)
    }

    private mutating func readLine(_ line: UnsafeBufferPointer<UInt8>, _ values: inout [ReportedValue]) {
        guard !line.isEmpty else { return }
        let isNamed = names.isAny(in: line)
        // A text that names an epoch in a line without metrics tells the epoch of the lines that follow.
        let ownEpoch = epochs.isAny(in: line) ? PrintedPlace.epoch(in: line) : nil
        if let ownEpoch { epoch = ownEpoch }
        let section = section(of: line)
        if isNamed, readJSON(line, &values) { return }
        if isNamed {
            let parsed = PrintedLine(line, metrics: metrics, section: section)
            let step = parsed.hits.isEmpty ? nil : PrintedPlace.step(in: line, hasEpoch: ownEpoch != nil)
            let barEpoch = parsed.hits.isEmpty || !line.isBar ? nil : ownEpoch
            for hit in parsed.hits {
                if let barEpoch {
                    let former = barred.updateValue((barEpoch, hit.value), forKey: hit.metric)
                    if let former, former.epoch == barEpoch, former.value == hit.value { continue }
                }
                values.append(
                    ReportedValue(
                        metric: metrics[hit.metric].name, value: hit.value, step: step, epoch: epoch, doubt: hit.doubt))
            }
            for name in parsed.nearNames where nearNames.count < 20 && !nearNames.contains(name) {
                nearNames.append(name)
            }
            if parsed.hits.isEmpty, let header = PrintedTable(header: line, metrics: metrics) { table = header }
            return
        }
        readRow(line, &values)
    }

    /// Reads a line that is one JSON object; false where it is none.
    private func readJSON(_ line: UnsafeBufferPointer<UInt8>, _ values: inout [ReportedValue]) -> Bool {
        guard line.first(where: { !$0.isSpace }) == UInt8(ascii: "{"), let json = FlatJSON(line) else { return false }
        let entries = json.numbers + json.quotedNumbers
        let step = entries.first { PlaceName($0.name) == .step }.flatMap { PlaceName.count($0.text) }
        for metric in metrics {
            let entry =
                entries.first { $0.name == metric.name } ?? entries.first { MetricWords($0.name) == metric.words }
            guard let entry else { continue }
            values.append(ReportedValue(metric: metric.name, value: entry.value, step: step, epoch: epoch))
        }
        return true
    }

    private mutating func readRow(_ line: UnsafeBufferPointer<UInt8>, _ values: inout [ReportedValue]) {
        guard let row = table?.row(line) else {
            if table?.isOver == true { table = nil }
            return
        }
        if let rowEpoch = row.epoch { epoch = rowEpoch }
        for (metric, value) in row.values {
            values.append(ReportedValue(metric: metrics[metric].name, value: value, step: row.step, epoch: epoch))
        }
    }

    /// The part of the data that a heading tells of the indented lines below it.
    private mutating func section(of line: UnsafeBufferPointer<UInt8>) -> MetricWords.Part? {
        guard let indentation = line.firstIndex(where: { !$0.isSpace }) else { return nil }
        if let heading, indentation > heading.indentation { return heading.part }
        heading = nil
        if line.count < 80, line.last(where: { !$0.isSpace }) == UInt8(ascii: ":"), let part = PrintedLine.heading(line)
        {
            heading = (part, indentation)
        }
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it is a progress bar as tqdm draws it.
    fileprivate var isBar: Bool {
        indices.dropLast().contains { self[$0] == UInt8(ascii: "%") && self[$0 + 1] == UInt8(ascii: "|") }
    }
}
