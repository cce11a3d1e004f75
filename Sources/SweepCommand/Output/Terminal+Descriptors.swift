import Foundation
import TextReports

extension Terminal {
    private init(descriptor: Int32, environment: [String: String]) {
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        self.init(
            isTerminal: isatty(descriptor) == 1, size: isKnown ? (Int(size.ws_col), Int(size.ws_row)) : nil,
            environment: environment)
    }

    static func standardOutput(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
        Terminal(descriptor: STDOUT_FILENO, environment: environment)
    }

    static func standardError(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
        Terminal(descriptor: STDERR_FILENO, environment: environment)
    }
}

extension ProgressDisplay.Style {
    /// What standard error can show.
    static func standardError(isQuiet: Bool) -> Self {
        if isQuiet { return .quiet }
        return Terminal.standardError().hasCursor ? .terminal : .lines
    }
}
