import ArgumentParser
import Expressions
import Foundation
import ResultsStore
import Testing
import TrialFolders
import TrialScheduling

@testable import SweepCommand

struct CommandErrorTests {
    @Test("errors of the libraries end with the exit codes that users know")
    func exitCodes() throws {
        #expect(CommandError(StoreError.cannotWrite(path: "a", .fullDisk))?.exitCode == ExitCode(73))
        #expect(CommandError(StoreError.busy(path: "a"))?.exitCode == ExitCode(73))
        #expect(CommandError(StoreError.missing(path: "a"))?.exitCode == ExitCode(65))
        #expect(CommandError(StoreError.query(reason: "r"))?.exitCode == ExitCode(65))
        #expect(CommandError(ExpressionError(text: "a", column: 1, message: "m"))?.exitCode == ExitCode(65))
        #expect(CommandError.wrongUsage("w").exitCode == ExitCode(64))
        #expect(CommandError(ValidationError("x")) == nil)
    }

    @Test(
        "a store that cannot be used is an error that says which command or option helps",
        arguments: [
            (
                .missing(path: "a"),
                "There is no store at 'a' yet; 'sweep run FILE' makes it, and '--store PATH' names another."
            ),
            (
                .foreign(path: "a", reason: "it is no SQLite database"),
                "'a' is not a store of sweeps: it is no SQLite database. Name another with '--store PATH'."
            ),
            (
                .newer(path: "a", version: 9, known: 8),
                "'a' was written by a newer 'sweep' (its tables are version 9, this program knows 8); use that one."
            ),
            (
                .damaged(path: "a", reason: "r"),
                "The store 'a' is damaged (r); 'sweep doctor --mend' makes it anew from the trials' journals."
            ),
            (
                .busy(path: "a"),
                "The store 'a' has been locked by another process for too long; try again when it is done."
            ),
        ] as [(StoreError, String)])
    func stores(error: StoreError, words: String) {
        #expect(CommandError(error)?.description == words)
    }

    @Test(
        "what is in the way of a store is said with what helps",
        arguments: [
            (.folder, "it is a folder. Name a file with '--store PATH'."),
            (
                .unmakeableFolder,
                "its folder cannot be made. Check the path, or choose another place with '--store PATH'."
            ),
            (
                .fullDisk,
                "the disk is full. Free some space and run the same command again; what was committed is safe."
            ),
            (
                .brokenDisk("r"),
                "the disk reports an error or is full (r). Free some space and run the same command again; what was "
                    + "committed is safe."
            ),
            (
                .readOnly(.fileSystem),
                "its file system may only be read. Give write permission, or choose another place with '--store PATH'."
            ),
            (.unopenable, "it cannot be opened. Check the path, or choose another place with '--store PATH'."),
            (.unopenableForReading, "it cannot be opened; it must be readable and its folder writable."),
            (
                .replaced,
                "it was removed or replaced while it was in use; 'sweep doctor --mend' makes it anew."
            ),
            (.madeByAnother, "another process has just made it. Look again."),
            (.unmovable("b", reason: "r"), "'b' cannot be renamed: r."),
            (
                .contradiction("it began before"),
                "it began before; 'sweep doctor' looks for the cause. Run the same command again."
            ),
            (.other("SQLite error 1"), "SQLite error 1. Run the same command again."),
        ] as [(StoreError.Obstacle, String)])
    func obstacles(obstacle: StoreError.Obstacle, words: String) {
        #expect(
            CommandError(StoreError.cannotWrite(path: "a", obstacle))
                == .cannotWrite("The store 'a' cannot be written: \(words)"))
        #expect(
            CommandError(StoreError.cannotRead(path: "a", obstacle))
                == .wrongInput("The store 'a' cannot be read: \(words)"))
    }

    @Test(
        "a file that cannot be used is an error that says what to do, also when a worker says so",
        arguments: [
            (
                ENOSPC,
                "No space left on device. Free some space and run the same command again; what was committed is safe."
            ),
            (EROFS, "Read-only file system. Give write permission, or choose another place with --store."),
            (EEXIST, "File exists. Check the path and run the same command again."),
        ])
    func files(number: Int32, words: String) {
        let error = FileError(path: "results/journal", doing: "write", errno: number)
        let expected = CommandError.cannotWrite("results/journal: cannot write it: \(words)")
        #expect(CommandError(error) == expected)
        #expect(CommandError(TrialScheduler.Failure.cannotWrite(error)) == expected)
    }

    @Test("a sweep that another process runs can be waited for or stopped")
    func taken() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "lock-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let lock = try SweepLock(path: path)
        let error = #expect(throws: SweepLock.Taken.self) { _ = try SweepLock(path: path) }
        let words = try #require(error.flatMap { CommandError($0)?.description })
        #expect(words.hasPrefix("It cannot be run now: this sweep is being run by process \(getpid()) since "))
        #expect(words.hasSuffix(" UTC; wait for it, or stop it with 'sweep stop'."))
        lock.end()
    }
}
