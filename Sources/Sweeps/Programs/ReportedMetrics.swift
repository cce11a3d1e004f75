/// Where a program's metrics are read, as the sweep file says it.
public struct ReportedMetrics: Hashable, Sendable, Codable {
    /// The sources that count, the most trusted first; each at most once.
    public var sources: [MetricSource] = MetricSource.allCases
    /// Paths of CSV files that the program writes, relative to the trial's folder.
    public var csvFiles: [String] = []
    /// Paths of files of JSON lines, likewise.
    public var jsonLineFiles: [String] = []
    /// Regular expressions with named groups, for the lines that the program prints.
    public var patterns: [String] = []
    /// Names of metrics that are not kept.
    public var ignored: [String] = []

    public init() {}

    private enum CodingKeys: String, CodingKey {
        case sources, patterns, ignored
        case csvFiles = "csv_files"
        case jsonLineFiles = "json_line_files"
    }
}

/// What a program's metrics can be read from, the most trusted first.
public enum MetricSource: String, CaseIterable, Sendable, Codable {
    /// What it appends to `SWEEP_METRICS`, itself or by `sweep log`.
    case reported
    /// Its calls of the `wandb` package.
    case wandb
    /// CSV, JSON lines.
    case files
    /// TensorBoard's event files.
    case tensorboard
    /// What it prints.
    case printed
}
