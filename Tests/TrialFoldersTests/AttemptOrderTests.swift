import Foundation
import Settings
import Sweeps
import TemporaryFolders
import Testing

@testable import TrialFolders

@Suite struct AttemptOrderTests {
    private func attempt(in folder: String, number: Int = 1) throws -> AttemptFolder {
        let trial = SweepFolder(sweep: "s", besideStore: folder + "/store").trial(order().trial.identity)
        try trial.create(for: order().trial, number: 1, sweep: "s")
        return try trial.claimAttempt(after: number - 1)
    }

    private func order(program: SweepProgram? = nil) -> AttemptOrder {
        let configuration = Configuration([
            "lr": 0.1, "whole": 1.5, "n": 1, "odd \"name\"/x.y": "a\nb", "nested": ["a.b": [1, .null, true]],
        ])
        return AttemptOrder(
            sweep: "s é", trial: Trial(configuration: configuration, seed: 7, data: "d"), number: 3,
            objective: Objective(metric: "val/acc", goal: .minimize), folder: "/some folder", program: program,
            timeout: .seconds(1.5), resources: GivenResources(cores: 2, gpus: ["1", "GPU-8"], memory: 1 << 30),
            earlierAttempts: [4, 2])
    }

    @Test func `an order reads back to the same, names with dots too`() throws {
        try withTemporaryFolder { folder in
            let attempt = try attempt(in: folder)
            var program = SweepProgram(program: "train.py")
            program.environment = ["snakeCase": "1"]
            program.metrics.csvFiles = ["a/${envvar:X}.csv"]
            for order in [order(), order(program: program)] {
                try attempt.writeOrder(order)
                let read = try attempt.order()
                #expect(read == order)
                #expect(read.trial.configuration.canonicalJSON == order.trial.configuration.canonicalJSON)
            }
        }
    }

    @Test func `a damaged or missing order is an error that names the file`() throws {
        try withTemporaryFolder { folder in
            let attempt = try attempt(in: folder)
            #expect(throws: FileError.self) { try attempt.order() }
            for text in ["", "{}", "{\"configuration\":1}", "no"] {
                try writeWhole(text, to: attempt.orderFile)
                let error = #expect(throws: FileError.self) { try attempt.order() }
                #expect(error?.path == attempt.orderFile)
            }
        }
    }

    @Test func `the first cause for a stop counts`() throws {
        try withTemporaryFolder { folder in
            let attempt = try attempt(in: folder)
            #expect(attempt.stopRequest() == nil)
            try attempt.requestStop(.timedOut)
            try attempt.requestStop(.interrupted)
            #expect(attempt.stopRequest() == .timedOut)
            try writeWhole("{\"cause\":\"nobody knows\"}", to: attempt.path + "/stop")
            #expect(attempt.stopRequest() == nil)
        }
    }
}
