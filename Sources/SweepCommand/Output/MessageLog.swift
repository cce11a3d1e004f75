import Logging
import TextReports

/// Warnings and errors of the libraries as plain lines on standard error.
struct MessageLog: LogHandler {
    var logLevel = Logger.Level.warning
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        StandardError.say(SafeText.escapingLines("\(event.level): \(event.message)"))
    }
}
