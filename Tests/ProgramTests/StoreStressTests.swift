import Foundation
import GRDB
import Testing

/// Runs of the built program whose disk or store fails them.
@Suite struct StoreStressTests {
    private static let small = """
        seeds: 2
        train: {data: digits, hidden: [32], epochs: 4, batch_size: 64}
        parameters: {optimizer: [sgd, adam], lr: [0.1, 0.01]}
        """

    private static func undisturbed() async throws -> String {
        var measured = ""
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(small, to: "small.yaml")
            let run = try await sweep("run", "small.yaml")
            #expect(run.code == 0)
            measured = try await sweep.measurements(of: "small")
        }
        return measured
    }

    @Test(
        "a disk that is full or may only be read ends the run with code 73, and with space it goes on to the same end",
        .enabled("only root can mount a small file system") { SmallDisk.isPossible })
    func fullDisk() async throws {
        let undisturbed = try await Self.undisturbed()
        for kilobytes in [300, 500] {
            try await Program.inTemporaryFolder { sweep in
                let disk = try SmallDisk(at: sweep.folder, kilobytes: kilobytes)
                defer { disk.unmount() }
                try sweep.write(Self.small, to: "small.yaml")
                let full = try await sweep("run", "small.yaml")
                #expect(full.code == 73, "\(kilobytes) kB: \(full.code) \(full.messages)")
                #expect(
                    full.messages.contains("No space left on device") || full.messages.contains("is full"),
                    "\(full.messages)")
                #expect(full.messages.components(separatedBy: "Free some space").count <= 2, "\(full.messages)")
                try disk.mountAgain(options: "size=64m,ro")
                let readOnly = try await sweep("run", "small.yaml")
                #expect(readOnly.code == 73, "\(readOnly.code) \(readOnly.messages)")
                #expect(
                    readOnly.messages.contains("Give write permission, or choose another place with"),
                    "\(readOnly.messages)")
                try disk.mountAgain(options: "size=64m,rw")
                let run = try await sweep("run", "small.yaml")
                #expect(run.code == 0, "\(run.messages)")
                let measured = try await sweep.measurements(of: "small")
                #expect(measured == undisturbed, "\(kilobytes) kB")
            }
        }
    }

    @Test(
        "a disk that fails at any write ends the run with code 73, and on a sound one it goes on to the same end",
        .enabled("a C compiler makes the library that fails") { FailingDisk.isPossible },
        arguments: [
            (EIO, ["Input/output error", "disk I/O error"]), (ENOSPC, ["No space left on device", "is full"]),
        ])
    func failingDisk(code: Int32, words: [String]) async throws {
        let undisturbed = try await Self.undisturbed()
        for count in [0, 7, 20, 80] {
            try await Program.inTemporaryFolder { sweep in
                let failing = try await FailingDisk(in: sweep.folder).under(sweep, after: count, code: code)
                try sweep.write(Self.small, to: "small.yaml")
                let failed = try await failing("run", "small.yaml")
                #expect(failed.code == 73, "after \(count) writes: \(failed.code) \(failed.messages)")
                #expect(words.contains { failed.messages.contains($0) }, "\(failed.messages)")
                let run = try await sweep("run", "small.yaml")
                #expect(run.code == 0, "after \(count) writes: \(run.code) \(run.messages)")
                let measured = try await sweep.measurements(of: "small")
                #expect(measured == undisturbed, "after \(count) writes")
            }
        }
    }

    @Test("a damaged store is refused after an unclean end until it is mended, whoever held the lock meanwhile")
    func damaged() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write("seeds: 2\ntrain: {data: digits, hidden: [], epochs: 1}\n", to: "few.yaml")
            #expect(try await sweep("run", "few.yaml").code == 0)
            var configuration = GRDB.Configuration()
            configuration.foreignKeysEnabled = false
            try await DatabaseQueue(path: sweep.folder + "/results/sweeps.sqlite", configuration: configuration).write {
                try $0.execute(sql: "INSERT INTO attempts (trial, number, worker, started_at) VALUES (99, 1, 'w', 1)")
                try $0.execute(sql: "UPDATE trials SET state = 'pending'")
            }
            try sweep.write("{}", to: "results/few/lock")
            let trial = try await sweep("query", "--json", "SELECT short_name FROM trials LIMIT 1").output
            let name = trial.components(separatedBy: CharacterSet.alphanumerics.inverted).first { $0.count == 12 }
            for _ in 0..<2 {
                let run = try await sweep("run", "few.yaml")
                #expect(run.code == 65 && run.messages.contains("is damaged"), "\(run.code) \(run.messages)")
                try await sweep("stop", try #require(name))
            }
        }
    }

    @Test("a store that is removed while a run uses it ends the run with code 73, and can be made anew")
    func removed() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                "train: {data: digits, hidden: [64], epochs: 400, batch_size: 16}\n", to: "long.yaml")
            let run = try await sweep.run(["run", "long.yaml"]) { _ in
                try await sweep.wait(for: "1", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                for ending in ["", "-wal", "-shm"] { unlink(sweep.folder + "/results/sweeps.sqlite" + ending) }
            }
            #expect(run.code == 73)
            #expect(run.messages.contains("removed or replaced while it was in use; 'sweep doctor --mend'"))
            let doctor = try await sweep("doctor", "--mend")
            #expect(
                doctor.code == 0 && doctor.output.contains("made anew from the folders with 1 sweep, 1 trial"),
                "\(doctor.output)")
            let status = try await sweep("query", "SELECT state, attempts FROM trials")
            #expect(status.output.contains("pending"))
        }
    }
}

/// A file system in memory, of a size that is soon full.
struct SmallDisk {
    private let path: String

    static var isPossible: Bool {
        guard getuid() == 0 else { return false }
        let path = NSTemporaryDirectory() + "sweep-mount-" + UUID().uuidString
        guard mkdir(path, 0o700) == 0 else { return false }
        defer { rmdir(path) }
        guard mount("tmpfs", path, "tmpfs", 0, "size=64k") == 0 else { return false }
        return umount2(path, 0) == 0
    }

    init(at path: String, kilobytes: Int) throws {
        self.path = path
        try #require(mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0)
    }

    func mountAgain(options: String) throws {
        let readOnly: UInt = options.hasSuffix("ro") ? UInt(MS_RDONLY) : 0
        let size = String(options.prefix { $0 != "," })
        try #require(mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT) | readOnly, size) == 0)
    }

    func unmount() {
        umount2(path, Int32(MNT_DETACH))
    }
}
