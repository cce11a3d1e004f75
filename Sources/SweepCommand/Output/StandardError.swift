import Foundation
import TextReports

/// Where messages go; results go to standard output.
enum StandardError {
    static func say(_ message: String) {
        write(message + "\n")
    }

    /// What cannot be said, because nobody listens any more, is dropped.
    static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(PlainText.shown(text).utf8))
    }
}
