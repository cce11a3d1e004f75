import Foundation
import Sweeps
import TemporaryFolders
import Testing

@testable import TrialFolders

@Suite struct SweepLockTests {
    @Test("a sweep's lock is held by one at a time, who is named with the time, and is free after a clean end")
    func oneAtATime() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/lock"
            do {
                let first = try SweepLock(path: path)
                let wasKilled = first.followsUncleanEnd
                #expect(!wasKilled)
                let error = #expect(throws: SweepLock.Taken.self) { _ = try SweepLock(path: path) }
                let words =
                    #/^this sweep is being run by process (\d+) since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/#
                #expect(try words.firstMatch(in: error?.description ?? "")?.output.1 == "\(getpid())")
                #expect(SweepLock.isHeld(path: path))
                first.end()
            }
            #expect(!SweepLock.isHeld(path: path))
            let wasKilled = try SweepLock(path: path).followsUncleanEnd
            #expect(!wasKilled)
        }
    }

    @Test("one who was killed is known by the words it left, and whether its machine was started anew since")
    func killed() throws {
        try withTemporaryFolder { folder in
            let own = ProcessIdentity.own
            let dead = ProcessIdentity(boot: own.boot, process: own.process, start: own.start + 1)
            let elsewhen = ProcessIdentity(boot: "another", process: own.process, start: own.start)
            for (identity, words) in [
                (dead, "the scheduler or its worker was killed"), (elsewhen, "the machine stopped"),
            ] {
                let path = folder + "/lock"
                let holder = SweepLock.Holder(identity: identity, since: Date(timeIntervalSince1970: 86_400))
                try Data(holder.json.utf8).write(to: URL(filePath: path))
                let lock = try SweepLock(path: path)
                let (wasKilled, killed) = (lock.followsUncleanEnd, lock.killedHolder)
                #expect(wasKilled && killed == holder && killed?.endWords == words)
                #expect(holder.words == "process \(own.process) since 1970-01-02 00:00:00 UTC")
            }
            try Data("process 12".utf8).write(to: URL(filePath: folder + "/other"))
            let lock = try SweepLock(path: folder + "/other")
            let (wasKilled, killed) = (lock.followsUncleanEnd, lock.killedHolder)
            #expect(wasKilled && killed == nil)
        }
    }

    @Test("the words go only at a proper end: one who fails leaves them, and one who merely looked gives them back")
    func words() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/lock"
            func words() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
            do { _ = try SweepLock(path: path) }
            let left = try words()
            #expect(left.contains("\"process\":\(getpid())"))
            try SweepLock(path: path).giveBack()
            #expect(try words() == left)
            let lock = try SweepLock(path: path)
            let isUnclean = lock.followsUncleanEnd
            lock.end()
            #expect(isUnclean)
            #expect(try words().isEmpty)
            try SweepLock(path: path).giveBack()
            #expect(try words().isEmpty)
        }
    }

    @Test("where the file system has no locks, the lock is held while the process that it names runs, and no longer")
    func withoutLocks() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/lock"
            let own = ProcessIdentity.own
            func leave(_ identity: ProcessIdentity) throws {
                try Data(SweepLock.Holder(identity: identity, since: Date()).json.utf8).write(to: URL(filePath: path))
            }
            try leave(own)
            #expect(throws: SweepLock.Taken.self) { _ = try SweepLock(path: path) { _ in .unsupported } }
            // The same number, given to another process since; and another run of the machine.
            for identity in [
                ProcessIdentity(boot: own.boot, process: own.process, start: own.start - 1),
                ProcessIdentity(boot: "another", process: own.process, start: own.start),
            ] {
                try leave(identity)
                let killed = try SweepLock(path: path) { _ in .unsupported }.killedHolder
                #expect(killed?.identity == identity)
            }
        }
    }

    @Test("without locks one on another machine holds the lock as long as it renews its lease, and it is said how long")
    func lease() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/lock"
            let other = SweepLock.Holder(
                identity: ProcessIdentity(boot: "another", process: 7, start: 1), since: Date(milliseconds: 0),
                host: "far")
            try Data(other.json.utf8).write(to: URL(filePath: path))
            let error = #expect(throws: SweepLock.Taken.self) { _ = try SweepLock(path: path) { _ in .unsupported } }
            let words =
                #/this sweep is being run by process 7 on far since 1970-01-01 00:00:00 UTC; if that has ended, its right ends in (\d+) s/#
            let seconds = try words.wholeMatch(in: error?.description ?? "").flatMap { Int($0.output.1) }
            #expect(try (100...120).contains(#require(seconds)))
            var times = [timespec](repeating: timespec(tv_sec: time(nil) - 121, tv_nsec: 0), count: 2)
            utimensat(AT_FDCWD, path, &times, 0)
            let lock = try SweepLock(path: path) { _ in .unsupported }
            let killed = lock.killedHolder
            #expect(killed == other && killed?.endWords == "the scheduler on far or its worker was killed")
            lock.giveBack()
            // A renewal may be under way.
            usleep(200_000)
            utimensat(AT_FDCWD, path, &times, 0)
            // Whoever holds it renews the lease.
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["lock"])
            let renewed = try SweepLock(path: path) { _ in .unsupported }
            utimensat(AT_FDCWD, path, &times, 0)
            for _ in 0..<300 where SweepLease.secondsLeft(of: path) == nil { usleep(50_000) }
            #expect(SweepLease.secondsLeft(of: path) != nil)
            renewed.end()
        }
    }

    @Test("words of older versions are read")
    func formerWords() {
        let text = #"{"identity":{"boot":"b","process":12,"start":3},"since":0}"#
        let holder = SweepLock.Holder(json: Data(text.utf8))
        #expect(holder?.identity == ProcessIdentity(boot: "b", process: 12, start: 3))
        #expect(holder?.since == Date(timeIntervalSinceReferenceDate: 0) && holder?.isElsewhere == false)
    }

    @Test("requests read back to the same, and what is none is dropped")
    func requests() {
        let trial = TrialIdentity(stored: "0123\"")
        for control in [SweepControl.pause, .resume, .stop, .cancel(trial), .jobs(3)] {
            #expect(SweepControl(json: control.json) == control)
        }
        for text in ["", "{}", "{\"jobs\":0}", "{\"stop\":false}", "{\"stop\":true,\"pause\":true}", "[]"] {
            #expect(SweepControl(json: text) == nil)
        }
    }

    @Test("a process is told from a later one of the same number, and from one that has ended")
    func identity() throws {
        let own = ProcessIdentity.own
        #expect(own.isAlive && !own.boot.isEmpty && own.start > 0)
        #expect(!ProcessIdentity(boot: own.boot, process: own.process, start: own.start + 1).isAlive)
        #expect(!ProcessIdentity(boot: own.boot + "x", process: own.process, start: own.start).isAlive)
        #expect(!ProcessIdentity(boot: own.boot, process: .max, start: own.start).isAlive)
    }
}
