import Foundation
import ResultsStore
import SweepViews
import Sweeps
import Testing

@Suite("Trials of several machines")
struct MixedMachinesTests {
    private let here = Machine(processor: "A, 512-bit vectors", kernels: "K 1 x")
    private let there = Machine(processor: "A, 512-bit vectors", kernels: "K 1 y")

    @Test("nothing is said where all are alike, or where the others are not known")
    func alike() {
        #expect(MixedMachines([]) == nil)
        #expect(MixedMachines([[], []]) == nil)
        #expect(MixedMachines([[here], [here], []]) == nil)
    }

    @Test("how many were computed with what is told once, those that went on elsewhere and the unknown too")
    func sentence() throws {
        let start = "The finished trials were computed with different processors or kernels, whose rounding differs: "
        #expect(
            try #require(MixedMachines([[here], [there], [there]])).sentence
                == start + "2 on A, 512-bit vectors, K 1 y; 1 on A, 512-bit vectors, K 1 x.")
        #expect(
            try #require(MixedMachines([[here, there], [], []])).sentence
                == start + "1 on A, 512-bit vectors, K 1 x and then elsewhere on A, 512-bit vectors, K 1 y; of 2 it is "
                + "not known.")
    }

    @Test("a view of a stored sweep notes it of finished trials alone")
    func stored() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "machines-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try ResultsStore.openForWriting(path: folder.appending(path: "sweeps.sqlite").path)
        let time = Date(timeIntervalSince1970: 1_700_000_000)
        let trials = (1...2).map { Trial(configuration: Configuration([:]), seed: $0, data: "d") }
        let records = try store.register(
            Sweep(name: "s"), fileText: "", filePath: "s.yaml", trials: trials, at: time)
        let sweep = try #require(try store.sweep(named: "s"))
        for (record, machine) in zip(records, [here, there]) {
            try store.apply([
                .attemptStarted(record.id, attempt: 1, at: time, worker: "w"),
                .computed(record.id, attempt: 1, with: machine),
            ])
        }
        func notes() throws -> [SweepNote] {
            try SweepView(of: [sweep], in: store, settings: { _ in SweepSettings() }).notes
        }
        try store.apply([.attemptEnded(records[0].id, attempt: 1, .finished, at: time)])
        #expect(try notes().isEmpty)
        try store.apply([.attemptEnded(records[1].id, attempt: 1, .finished, at: time)])
        #expect(try notes() == [.mixedMachines(try #require(MixedMachines([[here], [there]])))])
    }
}
