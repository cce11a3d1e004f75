import ArgumentParser
import Foundation
import ResultsStore
import SampleSweeps
import Testing
import TrialFolders

@testable import SweepCommand

@Suite("Removing a sweep")
struct RemoveCommandTests {
    private func remove(_ sample: SampleStore, _ arguments: String...) throws {
        try RemoveCommand.parse(["digits", "--store", sample.store.path, "--quiet"] + arguments).run()
    }

    private func folder(_ sample: SampleStore) throws -> SweepFolder {
        let folder = SweepFolder(sweep: "digits", besideStore: sample.store.path)
        try FileManager.default.createDirectory(atPath: folder.charts, withIntermediateDirectories: true)
        return folder
    }

    @Test("without '--yes' it says what it would remove, and removes nothing")
    func asks() throws {
        let sample = try SampleStore()
        let folder = try folder(sample)
        let error = #expect(throws: CommandError.self) { try remove(sample) }
        #expect(
            error
                == .wrongUsage(
                    "This would remove digits with 5 trials (1 running, 3 finished, 1 diverged) from "
                        + "\(sample.store.path), and the folder \(folder.path). Nothing is removed yet; add '--yes' to "
                        + "do it."))
        #expect(try sample.store.sweeps().count == 1)
        #expect(FileManager.default.fileExists(atPath: folder.path))
    }

    @Test("with '--yes' the trials and the folder are gone")
    func removes() throws {
        let sample = try SampleStore()
        let folder = try folder(sample)
        try remove(sample, "--yes")
        #expect(try sample.store.sweeps().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test("of a folder that is a link, the link goes and what it leads to stays, as is said before")
    func link() throws {
        let sample = try SampleStore()
        let folder = SweepFolder(sweep: "digits", besideStore: sample.store.path)
        let place = sample.folder.appending(path: "elsewhere").path
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: folder.path, withDestinationPath: place)
        let error = #expect(throws: CommandError.self) { try remove(sample) }
        #expect(
            error?.description.contains(
                ", and the link \(folder.path) (the folder that it leads to stays: \(place)).") == true)
        try remove(sample, "--yes")
        #expect(try FileManager.default.contentsOfDirectory(atPath: sample.folder.path).sorted().first == "elsewhere")
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test("a sweep that runs is not removed")
    func running() throws {
        let sample = try SampleStore()
        let lock = try SweepLock(path: folder(sample).lock)
        let error = #expect(throws: CommandError.self) { try remove(sample, "--yes") }
        #expect(error?.description.hasPrefix("digits cannot be removed: this sweep is being run by process") == true)
        #expect(try sample.store.sweeps().count == 1)
        _ = consume lock
    }
}
