import Foundation
import TextReports

/// Where a command's words go: results to standard output, messages to standard error.
struct CommandOutput {
    /// Whether messages are left out.
    let isQuiet: Bool
    /// Whether results are for machines, which get them as they are.
    var isForMachines = false

    /// Writes a result for people, or for machines where that is wanted, with a line's end where it has none.
    func result(_ text: String) throws {
        try data(isForMachines ? text : PlainText.shown(text))
    }

    /// Writes a result as it is, with a line's end where it has none.
    func data(_ text: String) throws {
        try write(text.isEmpty || text.hasSuffix("\n") ? text : text + "\n")
    }

    /// Writes a part of a result as it is.
    func write(_ text: String) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            throw CommandError.cannotWrite("The result cannot be written to standard output; is the disk full?")
        }
    }

    /// Says something about the result, unless messages are not wanted.
    func message(_ text: String) {
        if !isQuiet { StandardError.say(Terminal.standardError().wrapping(text)) }
    }
}
