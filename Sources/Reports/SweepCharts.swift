public import Charts
import Foundation
public import SweepViews

/// Writes the set of charts that a sweep leaves behind.
public enum SweepCharts {
    /// What was written, and what there was nothing to show for.
    public struct Outcome: Hashable, Sendable {
        /// Of the pictures and tables, in the order of their kinds.
        public var paths: [String] = []
        /// Kinds without any measurement.
        public var skipped: [ChartKind] = []
    }

    /// Writes each kind as a picture with the table of its data beside it, `loss.png` and `loss.csv`.
    ///
    /// The folder is made where there is none. Each file is replaced whole or not at all.
    public static func write(
        _ kinds: [ChartKind] = ChartKind.allCases, of results: SweepView, to folder: String,
        options: ChartOptions = ChartOptions(), resolution: Double = Figure.standardResolution
    ) throws(ChartError) -> Outcome {
        var outcome = Outcome()
        for kind in kinds {
            guard var figure = kind.figure(of: results, options: options) else {
                outcome.skipped.append(kind)
                continue
            }
            figure.command = command(options.command, for: kind)
            outcome.paths += try write(figure, as: kind.rawValue, to: folder, resolution: resolution)
        }
        return outcome
    }

    /// Writes one chart as a picture with the table of its data beside it.
    ///
    /// - Returns: the paths of both.
    public static func write(
        _ figure: Figure, as name: String, to folder: String, resolution: Double = Figure.standardResolution
    ) throws(ChartError) -> [String] {
        try makeFolder(folder)
        let path = "\(folder)/\(name)"
        try figure.write(to: path + ".png", resolution: resolution)
        try figure.write(to: path + ".csv")
        return [path + ".png", path + ".csv"]
    }

    /// The command that makes the chart of one kind, where `command` makes those of all.
    public static func command(_ command: String?, for kind: ChartKind) -> String? {
        command.map { "\($0) --kind \(kind.rawValue)" }
    }

    private static func makeFolder(_ path: String) throws(ChartError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: path, reason: "its folder cannot be made")
        }
    }
}
