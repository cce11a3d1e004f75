import Foundation
import Networks
import Optimizers
import Settings
import Tensors
import Testing

@testable import Training

@Suite("A checkpoint")
struct CheckpointTests {
    private let folder: TemporaryFolder
    private let checkpoints: CheckpointFolder
    private let training: SmallTraining

    init() throws {
        folder = try TemporaryFolder()
        checkpoints = CheckpointFolder(path: folder.path, identity: "trial 1")
        training = try SmallTraining(epochs: 2)
        let log = MeasurementLog()
        _ = try training.trainer().run(log.hooks(), checkpoints: checkpoints)
    }

    @Test("holds the weights under their names, the optimizer's state and the rest as metadata")
    func content() throws {
        let file = try SafetensorsFile(path: checkpoints.last)
        #expect(file.shape(of: "layers.0.weight") == [6, 4])
        #expect(file.shape(of: "layers.1.norm.running_var") == [5])
        #expect(file.shape(of: "optimizer.exp_avg") == file.shape(of: "optimizer.exp_avg_sq"))
        #expect(file.metadata["epoch"] == "2")
        #expect(file.metadata["step"] == "12")
        #expect(file.metadata["optimizer.groups.0.step"] == "12.0")
        let best = try SafetensorsFile(path: checkpoints.best)
        #expect(best.metadata["metric"] == "dev_accuracy")
        #expect(best.names == file.names.filter { $0.hasPrefix("layers.") })
    }

    @Test("that was changed anywhere is refused as damaged")
    func damaged() throws {
        let whole = try Data(contentsOf: URL(filePath: checkpoints.last))
        func isWhole(_ content: Data) -> Bool {
            (try? checkpoints.check(SafetensorsFile(content, path: checkpoints.last))) != nil
        }
        #expect(isWhole(whole))
        for place in whole.indices {
            #expect(!isWhole(whole.prefix(place)), "it may end after \(place) of \(whole.count) bytes")
            for bits: UInt8 in [4, 0xff] {
                var changed = whole
                changed[place] ^= bits
                #expect(!isWhole(changed), "byte \(place) of \(whole.count) may be changed")
            }
        }
        try whole.prefix(whole.count / 2).write(to: URL(filePath: checkpoints.last))
        let trainer = try training.trainer()
        #expect(throws: CheckpointError.self) { try trainer.restore(from: checkpoints) }
    }

    @Test("of another trial, of another network or with another optimizer is refused as foreign")
    func foreign() throws {
        func words(_ training: SmallTraining, identity: String = "trial 1") throws -> String {
            let trainer = try training.trainer()
            do throws(CheckpointError) {
                _ = try trainer.restore(from: CheckpointFolder(path: folder.path, identity: identity))
                return "restored"
            } catch {
                return error.description
            }
        }
        let start = "\(checkpoints.last): the checkpoint is of another training: "
        #expect(try words(training, identity: "trial 2") == start + "its identity is 'trial 1', not 'trial 2'.")
        var wider = training
        wider.architecture.hidden = [7, 5]
        #expect(try words(wider) == start + "its tensor 'layers.0.weight' has the shape [6, 4], not [7, 4].")
        let other = try SmallTraining(.rmsprop, epochs: 2)
        #expect(try words(other).hasPrefix(start + "the saved state has no "))
        var shorter = training
        shorter.plan.epochs = 1
        #expect(try words(shorter) == start + "its metadata do not fit this training.")
    }

    @Test("that is missing says so")
    func missing() throws {
        let trainer = try training.trainer()
        #expect {
            try trainer.restore(from: CheckpointFolder(path: "/nowhere", identity: "trial 1"))
        } throws: { error in
            "\(error)".hasPrefix("/nowhere/last.safetensors: cannot be read: ")
        }
    }

    @Test("is left out while the last one is less than a second old, but never at the end")
    func pace() throws {
        func positions(secondsPerEpoch: Double) throws -> [Int] {
            let log = MeasurementLog()
            var positions: [Int] = []
            var hooks = log.hooks()
            let report = hooks.report
            hooks.report = { measured in
                if measured.metric == .trainLoss { log.now += secondsPerEpoch }
                try report(measured)
            }
            hooks.journalPosition = {
                positions.append(log.values(.trainLoss).count)
                return 0
            }
            _ = try SmallTraining(epochs: 6).trainer().run(hooks, checkpoints: checkpoints)
            return positions
        }
        #expect(try positions(secondsPerEpoch: 0.001) == [6])
        #expect(try positions(secondsPerEpoch: 0.4) == [3, 6])
        #expect(try positions(secondsPerEpoch: 2) == [1, 2, 3, 4, 5, 6])
    }

    @Test("that cannot be written ends the training with the reason")
    func unwritable() throws {
        let trainer = try training.trainer()
        #expect(throws: FileWriteError.self) {
            try trainer.run(
                MeasurementLog().hooks(), checkpoints: CheckpointFolder(path: "/nowhere", identity: "trial 1"))
        }
    }
}
