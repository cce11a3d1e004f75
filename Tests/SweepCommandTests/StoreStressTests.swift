import Foundation
import Testing

/// Runs of the built program whose disk or store fails them.
@Suite(.serialized) struct StoreStressTests {
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
