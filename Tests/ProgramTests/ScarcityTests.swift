import Foundation
import Testing

/// Runs of the built program where memory, threads or files are scarce.
@Suite struct ScarcityTests {
    private static let short = """
        seeds: 2
        train: {data: digits, hidden: [8], epochs: 2, batch_size: 64}
        parameters: {lr: [0.1, 0.01]}
        """

    /// A user whom nobody is, so that a limit of processes counts this test's alone.
    private static let stranger = 61_234

    private static var canBecomeStranger: Bool {
        getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
    }

    @Test("too little memory for a worker ends the run with a sentence that names the limit, and code 73")
    func memory() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.short, to: "short.yaml")
            var words: [String] = []
            // How much the program itself takes depends on how it was built.
            for limit in stride(from: 200_000, through: 320_000, by: 40_000) {
                let run = try await sweep.started(by: "ulimit -v \(limit); exec timeout -s KILL 60 \"$@\"")(
                    "run", "short.yaml")
                #expect([0, 73].contains(run.code), "\(limit): \(run.code) \(run.messages)")
                if run.code == 73 { words.append(run.messages) }
            }
            let refusal = words.first {
                $0.contains("No worker process can be started: the products of matrices need ")
            }
            #expect(refusal?.contains("'ulimit -v'") == true, "\(words)")
            #expect(refusal?.contains("run the same command again; what was done is kept.") == true)
            #expect(try await sweep("run", "short.yaml").code == 0, "with memory it goes on")
        }
    }

    @Test(
        "with few threads and processes a run ends with a sentence or goes on with fewer workers, and never stands still",
        .enabled(if: canBecomeStranger, "only root can become another user"), arguments: [4, 7, 9, 11, 13])
    func threads(count: Int) async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.short, to: "short.yaml")
            chmod(sweep.folder, 0o777)
            let lines =
                "ulimit -u \(count); exec setpriv --reuid=\(Self.stranger) --clear-groups timeout -s KILL 60 \"$@\""
            let run = try await sweep.started(by: lines)("run", "short.yaml", "--jobs", "2")
            #expect([0, 73].contains(run.code), "\(run.code) \(run.messages)")
            if run.code == 73 { #expect(run.messages.contains("'ulimit -u'"), "\(run.messages)") }
        }
    }

    @Test("with few files open at once a run goes on with as many workers as start, and says so")
    func files() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.short.replacing("seeds: 2", with: "seeds: 20"), to: "short.yaml")
            let run = try await sweep.started(by: "ulimit -n 70; exec \"$@\"")("run", "short.yaml", "--jobs", "30")
            #expect(run.code == 0, "\(run.messages)")
            #expect(run.messages.contains("The run goes on with "), "\(run.messages)")
            #expect(
                run.messages.contains(
                    "of the 30 can be started: no more than 70 files may be open at once ('ulimit -n')."),
                "\(run.messages)")
            // The soft limit alone is no hindrance.
            try sweep.write("name: soft\n" + Self.short, to: "soft.yaml")
            let soft = try await sweep.started(by: "ulimit -Sn 40; exec \"$@\"")("run", "soft.yaml", "--jobs", "4")
            #expect(soft.code == 0 && !soft.messages.contains("goes on with"), "\(soft.messages)")
        }
    }

    @Test("charts that cannot be drawn for want of memory or threads are a sentence, whatever the limit")
    func charts() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.short, to: "short.yaml")
            #expect(try await sweep("run", "short.yaml").code == 0)
            for limit in stride(from: 150_000, through: 450_000, by: 50_000) {
                let chart = try await sweep.started(by: "ulimit -v \(limit); exec timeout -s KILL 60 \"$@\"")(
                    "chart", "short")
                // Code 127: the program itself finds no room.
                #expect([0, 73, 127].contains(chart.code), "\(limit): \(chart.code) \(chart.messages)")
                if chart.code == 73 { #expect(chart.messages.contains("may be too "), "\(chart.messages)") }
            }
        }
    }

    @Test("the third signal ends a run whose workers and scheduler are stuck")
    func thirdSignal() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.short.replacing("epochs: 2", with: "epochs: 10000"), to: "long.yaml")
            let run = try await sweep.run(["run", "long.yaml"]) { process in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 1)
                // Nothing can be written any more, so the run cannot end as it should.
                for worker in OtherProcess.workers(in: sweep.folder) { kill(worker, SIGSTOP) }
                for _ in 0..<3 {
                    kill(process, SIGINT)
                    try await Task.sleep(for: .milliseconds(100))
                }
                let giveUp = ContinuousClock.now + .seconds(20)
                while OtherProcess(process).isAlive, ContinuousClock.now < giveUp {
                    try await Task.sleep(for: .milliseconds(20))
                }
                kill(process, SIGKILL)
            }
            #expect(run.code == 130, "\(run.messages)")
            #expect(try await OtherProcess.workersLeave(sweep.folder, within: .seconds(20)))
        }
    }
}
