import ArgumentParser
import Expressions
import ResultsStore
import Testing

@testable import SweepCommand

struct CommandErrorTests {
    @Test("errors of the libraries end with the exit codes that users know")
    func exitCodes() throws {
        #expect(CommandError(StoreError.cannotWrite(path: "a", reason: "r"))?.exitCode == ExitCode(73))
        #expect(CommandError(StoreError.busy(path: "a"))?.exitCode == ExitCode(73))
        #expect(CommandError(StoreError.missing(path: "a"))?.exitCode == ExitCode(65))
        #expect(CommandError(StoreError.query(reason: "r"))?.exitCode == ExitCode(65))
        #expect(CommandError(ExpressionError(text: "a", column: 1, message: "m"))?.exitCode == ExitCode(65))
        #expect(CommandError.wrongUsage("w").exitCode == ExitCode(64))
        #expect(CommandError(ValidationError("x")) == nil)
    }
}
