public import Settings
public import Sweeps

/// Joins all that a program reports in one attempt: for each metric the most trusted source that gives it counts.
///
/// Every value gets a step: its own; else the number of the metric's values, counted from 1; a value taken at the end, the
/// last step. Printed steps that begin anew go on after the last one. Values that are not finite are kept as they are.
public struct MetricCollector {
    /// What is known of each metric, by name.
    public var table: [MetricRecord] { records.values.sorted { $0.metric < $1.metric } }
    /// Names in printed text that are near to a metric's which is looked for, but are not it.
    public var nearNames: [String] { printed?.nearNames ?? [] }
    /// Whether files hold more than the last `poll` has read.
    public private(set) var isBehind = false
    /// Metrics beyond the first 10,000 are left out, and those with names of more than 500 bytes.
    public private(set) var leftOutCount = 0

    private let settings: ReportedMetrics
    private let trialFolder: String
    private let ignored: [NamePattern]
    private let earlierCounts: [String: Int]
    private var streams: [MetricStream] = []
    private var eventFiles: FollowedFolder?
    private var names = TensorBoardNames()
    private var printed: PrintedReader?
    private var patterns: PatternReader?
    private var records: [String: MetricRecord] = [:]
    private var summaries: [String: (value: ReportedValue, source: MetricSource, trust: MetricTrust)] = [:]
    private var runs = RunBuilder()

    /// - Parameters:
    ///   - metrics: Names to look for in printed text: the objective's, and others that the sweep file has.
    ///   - trialFolder: Where relative paths start, and event files lie.
    ///   - reportedFile: `SWEEP_METRICS`.
    ///   - wandbFile: JSON lines of calls of `wandb`.
    ///   - isLaterAttempt: Whether what the files hold already is of earlier attempts, and not read again.
    ///   - earlierCounts: How many values of each metric earlier attempts have left, for values without a step.
    /// - Throws: For a pattern that cannot be used.
    public init(
        metrics: [String], settings: ReportedMetrics, trialFolder: String, reportedFile: String?, wandbFile: String?,
        isLaterAttempt: Bool = false, earlierCounts: [String: Int] = [:]
    ) throws(SettingError) {
        self.settings = settings
        self.trialFolder = trialFolder
        self.earlierCounts = earlierCounts
        ignored = settings.ignored.map { NamePattern($0) }
        for (place, source) in settings.sources.enumerated() {
            func add(_ path: String, _ format: MetricStream.Format, rank: Int, isSilent: Bool) {
                let path = path.hasPrefix("/") ? path : trialFolder + "/" + path
                let trust = MetricTrust(source: place, rank: rank)
                streams.append(MetricStream(path, format, source: source, trust: trust, isSilent: isSilent))
            }
            switch source {
            case .reported: if let reportedFile { add(reportedFile, .jsonLines, rank: 0, isSilent: false) }
            case .wandb: if let wandbFile { add(wandbFile, .jsonLines, rank: 0, isSilent: false) }
            case .files:
                for (rank, path) in settings.csvFiles.enumerated() {
                    add(path, .csv, rank: rank, isSilent: isLaterAttempt)
                }
                for (rank, path) in settings.jsonLineFiles.enumerated() {
                    add(path, .jsonLines, rank: 1_000 + rank, isSilent: isLaterAttempt)
                }
            case .tensorboard:
                eventFiles = FollowedFolder(path: trialFolder)
                if isLaterAttempt { findEventFiles(isThorough: true, isSilent: true) }
            case .printed:
                printed = PrintedReader(metrics: metrics)
                if !settings.patterns.isEmpty { patterns = try PatternReader(patterns: settings.patterns) }
            }
        }
    }

    /// Takes what the program has printed; `poll` gives what was found.
    public mutating func take(printed bytes: UnsafeRawBufferPointer) {
        if let values = patterns?.take(bytes) { addPrinted(values, rank: 0) }
        if let values = printed?.take(bytes) { addPrinted(values, rank: 1) }
    }

    /// Reads what is new in files, at most `limit` bytes of each, and says what was found since the last time.
    public mutating func poll(limit: Int = 4 << 20) -> [Finding] {
        read(limit: limit, isThorough: false)
        return runs.findings()
    }

    /// Reads what remains, since the program has ended.
    public mutating func finish() -> [Finding] {
        repeat { read(limit: 4 << 20, isThorough: true) } while isBehind
        for index in streams.indices {
            let values = streams[index].finish()
            add(values, ofStream: index)
        }
        if let values = patterns?.finish() { addPrinted(values, rank: 0) }
        if let values = printed?.finish() { addPrinted(values, rank: 1) }
        addSummaries()
        return runs.findings()
    }

    /// Lines, rows and records that could not be read, by file.
    public var damage: [(path: String, count: Int)] {
        streams.filter { $0.reader.damagedCount > 0 }.map { ($0.file.path, $0.reader.damagedCount) }
    }

    private mutating func read(limit: Int, isThorough: Bool) {
        findEventFiles(isThorough: isThorough, isSilent: false)
        isBehind = false
        for index in streams.indices {
            if let values = streams[index].values(limit: limit) {
                add(values, ofStream: index)
            } else {
                for record in records.values where record.stream == index { withdraw(record.metric) }
                summaries = summaries.filter { $0.value.trust != streams[index].trust }
            }
            isBehind = isBehind || streams[index].isBehind
        }
    }

    private mutating func findEventFiles(isThorough: Bool, isSilent: Bool) {
        guard let place = settings.sources.firstIndex(of: .tensorboard) else { return }
        for path in eventFiles?.newFiles(isThorough: isThorough) ?? [] {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            streams.append(
                MetricStream(
                    trialFolder + "/" + path, .tensorBoard, source: .tensorboard,
                    trust: MetricTrust(source: place, rank: 0), folder: folder, isSilent: isSilent))
        }
    }

    private mutating func addPrinted(_ values: [ReportedValue], rank: Int) {
        guard let place = settings.sources.firstIndex(of: .printed) else { return }
        for value in values {
            add(value, .printed, MetricTrust(source: place, rank: rank, doubt: value.doubt), stream: nil)
        }
    }

    private mutating func add(_ values: [ReportedValue], ofStream index: Int) {
        let stream = streams[index]
        for var value in values {
            if stream.format == .tensorBoard {
                value.metric = names.metric(tag: value.metric, folder: stream.folder)
            }
            if value.isSummary {
                guard summaries[value.metric].map({ stream.trust <= $0.trust }) ?? (summaries.count < Self.mostMetrics)
                else { continue }
                summaries[value.metric] = (value, stream.source, stream.trust)
            } else {
                add(value, stream.source, stream.trust, stream: index)
            }
        }
    }

    private mutating func add(
        _ value: ReportedValue, _ source: MetricSource, _ trust: MetricTrust, stream: Int?, step: Int? = nil
    ) {
        let metric = value.metric
        guard var record = record(of: metric, source, trust) else { return }
        var place = step ?? value.step ?? record.count + 1
        if source == .printed, step == nil, record.firstStep >= 0, place <= record.lastStep {
            place = record.lastStep < Int.max ? record.lastStep + 1 : Int.max
        }
        if record.firstStep < 0 { record.firstStep = place }
        if place != record.lastStep { record.count += 1 }
        (record.lastStep, record.last, record.stream) = (place, value.value, stream)
        records[metric] = record
        runs.append(metric, value.value, epoch: value.epoch, step: place, at: value.at)
    }

    /// The record of a metric for a value of such trust; nil where the value does not count.
    private mutating func record(of metric: String, _ source: MetricSource, _ trust: MetricTrust) -> MetricRecord? {
        if let record = records[metric] {
            if record.trust == trust { return record }
            if record.trust < trust { return nil }
            withdraw(metric)
        } else if metric.isEmpty || ignored.contains(where: { $0.fits(metric) }) {
            return nil
        } else if records.count >= Self.mostMetrics || metric.utf8.count > 500 {
            leftOutCount += 1
            return nil
        }
        return MetricRecord(metric: metric, source: source, trust: trust, count: earlierCounts[metric] ?? 0)
    }

    private mutating func withdraw(_ metric: String) {
        records[metric] = nil
        runs.withdraw(metric)
    }

    /// A summary that says what the last value said says nothing new.
    private mutating func addSummaries() {
        let last = records.values.map(\.lastStep).max() ?? 1
        for (metric, (value, source, trust)) in summaries.sorted(by: { $0.key < $1.key }) {
            let record = records[metric]
            if let record, record.trust <= trust, record.last == value.value || record.trust < trust { continue }
            let step = record?.trust == trust ? record?.lastStep : nil
            add(value, source, trust, stream: nil, step: step ?? value.step ?? last)
        }
        summaries = [:]
    }

    private static let mostMetrics = 10_000
}
