import Foundation
import Testing

/// What trials of programs are given of the machine.
@Suite struct ProgramTrialResourceTests {
    /// Says what it was given, and runs long enough for others to be beside it.
    private static let script = """
        eval "$1"; echo "$lr ${CUDA_VISIBLE_DEVICES:-none} $OMP_NUM_THREADS" >> given
        echo loss: 1
        sleep 0.7
        """

    private func sweep(
        _ keys: String, gpus listed: String?, trials: Int = 4, _ body: (Program) async throws -> Void
    ) async throws {
        try await Program.inTemporaryFolder { sweep in
            var sweep = sweep
            let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
            if let listed {
                try FileManager.default.createDirectory(
                    atPath: sweep.folder + "/bin", withIntermediateDirectories: true)
                try sweep.write("#!/bin/sh\n\(listed)\n", to: "bin/nvidia-smi")
                chmod(sweep.folder + "/bin/nvidia-smi", 0o755)
            }
            sweep.variables["PATH"] = sweep.folder + "/bin:" + path
            try sweep.write(script: Self.script, TrialScripts.file(Array(1...trials), keys))
            try await body(sweep)
        }
    }

    private func given(_ sweep: Program) throws -> [[String]] {
        try String(contentsOfFile: sweep.folder + "/given", encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: " ").map(String.init) }
    }

    @Test("each trial has a GPU of its own where there are any, and as many run at once")
    func own() async throws {
        try await sweep("", gpus: "echo 0; echo 1") { sweep in
            let plan = try await sweep("plan", "trial.yaml")
            #expect(plan.output.contains("2 trials at once: 2 GPUs, and 1 GPU for each"), "\(plan.output)")
            let run = try await sweep("run", "trial.yaml")
            #expect(run.code == 0 && run.messages.contains("2 trials at once: 2 GPUs"), "\(run.messages)")
            let given = try given(sweep)
            #expect(Set(given.prefix(2).map { $0[1] }) == ["0", "1"], "\(given)")
            #expect(given.count == 4 && given.allSatisfy { ["0", "1"].contains($0[1]) }, "\(given)")
            let order = try String(contentsOfFile: try #require(await sweep.found("order.json").first), encoding: .utf8)
            #expect(order.contains("\"gpus\":[\"") && order.contains("\"resources\":{\"cores\":"), "\(order)")
        }
    }

    @Test("half a GPU is shared by two, and one trial may have several")
    func shares() async throws {
        try await sweep("resources: {gpus: 0.5}", gpus: "echo 0") { sweep in
            let run = try await sweep("run", "trial.yaml")
            #expect(run.messages.contains("2 trials at once: 1 GPU, and 0.5 of a GPU for each"), "\(run.messages)")
            #expect(try given(sweep).map { $0[1] } == ["0", "0", "0", "0"])
        }
        try await sweep("resources: {gpus: 2, cores: 3}", gpus: "echo 0; echo 1; echo 2; echo 3") { sweep in
            let run = try await sweep("run", "trial.yaml")
            #expect(run.messages.contains("2 trials at once: 4 GPUs, and 2 GPUs for each"), "\(run.messages)")
            let given = try given(sweep)
            #expect(Set(given.prefix(2).map { $0[1] }) == ["0,1", "2,3"], "\(given)")
            #expect(given.allSatisfy { $0[2] == "3" }, "\(given)")
        }
    }

    @Test("a person's list and the variable are taken in place of nvidia-smi; 'none' is none")
    func named() async throws {
        try await sweep("", gpus: "echo 0; echo 1", trials: 2) { sweep in
            var visible = sweep
            visible.variables["CUDA_VISIBLE_DEVICES"] = "7"
            _ = try await visible("run", "trial.yaml", "--quiet")
            #expect(try given(sweep).map { $0[1] } == ["7", "7"])
            for (gpus, words) in [("5,6", "2 GPUs"), ("none", "core")] {
                let plan = try await sweep("plan", "trial.yaml", "--gpus", gpus)
                #expect(plan.output.contains("at once: ") && plan.output.contains(words), "\(plan.output)")
            }
            #expect(try await sweep("plan", "trial.yaml", "--gpus", "a,b").code == 64)
        }
    }

    @Test("without GPUs each trial has one core's threads, or as many as it asks for; and --jobs says how many run")
    func cores() async throws {
        try await sweep("", gpus: nil, trials: 2) { sweep in
            var sweep = sweep
            sweep.variables["CUDA_VISIBLE_DEVICES"] = ""
            let run = try await sweep("run", "trial.yaml")
            #expect(run.messages.contains("as many as cores, each with one core's threads"), "\(run.messages)")
            #expect(try given(sweep).allSatisfy { $0[1...] == ["none", "1"] })
        }
        try await sweep("resources: {cores: 5}", gpus: nil, trials: 3) { sweep in
            var sweep = sweep
            sweep.variables["CUDA_VISIBLE_DEVICES"] = ""
            let run = try await sweep("run", "trial.yaml", "--jobs", "3")
            #expect(run.messages.contains("3 trials at once: as 'jobs' says"), "\(run.messages)")
            #expect(try given(sweep).allSatisfy { $0[2] == "5" })
        }
    }

    @Test("what one trial asks for and the machine does not have is said before anything is written")
    func tooMuch() async throws {
        try await sweep("resources: {gpus: 2}", gpus: "echo 0") { sweep in
            let run = try await sweep("run", "trial.yaml")
            #expect(run.code == 65 && run.messages.contains("each needs 2 GPUs, and there is 1"), "\(run.messages)")
            #expect(!FileManager.default.fileExists(atPath: sweep.folder + "/results"))
        }
    }

    @Test("an nvidia-smi that hangs is not waited for")
    func hanging() async throws {
        try await sweep("", gpus: "trap '' TERM; sleep 1000", trials: 1) { sweep in
            let began = ContinuousClock.now
            let run = try await sweep("run", "trial.yaml")
            #expect(run.code == 0 && run.messages.contains("nvidia-smi does not tell"), "\(run.messages)")
            #expect(ContinuousClock.now - began < .seconds(30))
            #expect(try given(sweep).map { $0[1] } == ["none"])
        }
    }
}
