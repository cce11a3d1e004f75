public import Foundation
import Synchronization

/// The trial of a sweep that this process runs, for programs that report their metrics themselves.
///
///     let trial = try Trial.begin()
///     let rate = trial?.configuration["lr"]?.number ?? 0.1
///     for epoch in 1...10 {
///         …
///         trial?.log(["dev_accuracy": accuracy], epoch: epoch)
///     }
///     trial?.finish()
///
/// The same program runs outside a sweep, where there is no trial. A trial may be used from several threads.
public final class Trial: Sendable {
    /// Short, and the same at each attempt.
    public let name: String
    /// What the trial is to be run with: nested where the sweep file's parameters are nested, with the seed where the file
    /// gives it.
    public let configuration: [String: ConfigurationValue]
    public let seed: Int
    /// Whether this is not the trial's first attempt. What the earlier ones left is in `checkpointFolder`; that may be
    /// nothing.
    public let isResumed: Bool
    /// For files of this attempt.
    public let folder: URL
    /// For what a later attempt goes on from; kept from attempt to attempt. An attempt may end at any moment, so replace
    /// files there whole: `Data.write(to:options: .atomic)`.
    public let checkpointFolder: URL
    private let configurationData: Data
    private let metricsPath: String
    /// Of the file of metrics; nil once the trial is finished.
    private let descriptor: Mutex<Int32?>

    /// Begins to report for the trial that `sweep` started this process for.
    ///
    /// - Returns: nil outside a sweep.
    /// - Throws: `TrackingError` where what `sweep` left for the trial cannot be used.
    public static func begin() throws(TrackingError) -> Trial? {
        try Trial(environment: ProcessInfo.processInfo.environment)
    }

    init?(environment: [String: String]) throws(TrackingError) {
        guard let metrics = environment["SWEEP_METRICS"], !metrics.isEmpty else { return nil }
        func variable(_ name: String) throws(TrackingError) -> String {
            guard let value = environment[name], !value.isEmpty else {
                throw TrackingError("the variable \(name) is not set, though SWEEP_METRICS is")
            }
            return value
        }
        func folder(_ name: String) throws(TrackingError) -> URL {
            URL(filePath: try variable(name), directoryHint: .isDirectory)
        }
        name = try variable("SWEEP_TRIAL")
        let written = try variable("SWEEP_SEED")
        guard let seed = Int(written) else { throw TrackingError("SWEEP_SEED is '\(written)'; it is a whole number") }
        self.seed = seed
        isResumed = environment["SWEEP_RESUME"] == "1"
        self.folder = try folder("SWEEP_TRIAL_DIR")
        checkpointFolder = try folder("SWEEP_CHECKPOINT_DIR")
        let path = try variable("SWEEP_CONFIG")
        do {
            configurationData = try Data(contentsOf: URL(filePath: path))
            configuration = try Self.decoder.decode([String: ConfigurationValue].self, from: configurationData)
        } catch {
            throw TrackingError("the configuration in \(path) cannot be read: \(error)")
        }
        let descriptor = open(metrics, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw TrackingError("\(metrics) cannot be written to: \(String(cString: strerror(errno)))")
        }
        metricsPath = metrics
        self.descriptor = Mutex(descriptor)
    }

    deinit {
        finish()
    }

    /// Python's NaN and Infinity are numbers there.
    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return decoder
    }

    /// The configuration as a type of the program's own.
    ///
    /// - Throws: `DecodingError` where it does not fit.
    public func configuration<Settings: Decodable>(as type: Settings.Type) throws -> Settings {
        try Self.decoder.decode(type, from: configurationData)
    }

    /// Reports values of metrics; `sweep` has them within a fraction of a second, whatever becomes of this process.
    ///
    /// Where it cannot be written, that is said on standard error, and the program goes on.
    ///
    /// - Parameters:
    ///   - values: by the metrics' names. `step`, `epoch` and names that begin with `_` are none.
    ///   - step: counted from 1; without it a value's step is the number of the metric's values so far.
    ///   - epoch: counted from 1.
    public func log(_ values: [String: Double], step: Int? = nil, epoch: Int? = nil) {
        let line = Array(MetricLine.text(of: values, step: step, epoch: epoch, at: Date()).utf8)
        descriptor.withLock { descriptor in
            guard let descriptor else { return }
            // By one write to a file that is appended to, so that lines of several processes do not mix.
            var count = write(descriptor, line, line.count)
            while count < 0, errno == EINTR { count = write(descriptor, line, line.count) }
            if count != line.count {
                let reason = count < 0 ? String(cString: strerror(errno)) : "it was cut short"
                FileHandle.standardError.write(Data("A line is missing in \(metricsPath): \(reason)\n".utf8))
            }
        }
    }

    /// Ends the reporting; what is logged afterwards is not heeded. The process may go on.
    public func finish() {
        descriptor.withLock { descriptor in
            if let descriptor { close(descriptor) }
            descriptor = nil
        }
    }
}

/// Why a trial cannot begin to report.
public struct TrackingError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
