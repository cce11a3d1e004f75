import Foundation
import Logging
import ResultsStore
import Settings
import SweepPlanning
import Sweeps
import TemporaryFolders
import Testing
import TrialFolders

@testable import TrialScheduling

/// Real worker processes that misbehave: shell scripts that do with a trial what its learning rate says.
@Suite struct LocalWorkersTests {
    /// Measures nothing and ends well, unless the order is for one of the worse fates.
    private static let script = #"""
        trap '' TERM
        echo '{"ready":{}}'
        while IFS= read -r line; do
          [[ $line =~ \"number\":([0-9]+),\"path\":\"([^\"]*)\" ]] || continue
          attempt=${BASH_REMATCH[1]} folder=${BASH_REMATCH[2]}
          order=$(< "$folder/order.json")
          [[ $order =~ \"identity\":\"([^\"]*)\" ]]; identity=${BASH_REMATCH[1]}
          [[ $order =~ \"lr\":([0-9]+) ]]; fate=${BASH_REMATCH[1]}
          echo '{"begun":{"from_attempt":0,"journal":0}}' > "$folder/journal.jsonl"
          echo 'last words' > "$folder/log.txt"
          env | grep THREADS | sort > "$folder/threads"
          case $fate in
            1) for i in {1..50}; do echo "garbage {\"ended\":$i}"; done
               printf '\xff\xfe\x00\n{"ended":{"_0":"another"}}\n' ;;
            2) kill -SEGV $$ ;;
            3) exit 3 ;;
            4) sleep 1000 & echo $! > "$folder/child"; kill -KILL $$ ;;
            5) big=$(head -c 60000000 /dev/zero | tr '\0' x); sleep 1000 ;;
            6) [[ $attempt == 1 ]] && { head -c 300000 /dev/zero | tr '\0' x; sleep 1000; } ;;
            7) sleep 1000 ;;
          esac
          echo '{"ended":"finished"}' >> "$folder/journal.jsonl"
          echo "{\"ended\":{\"_0\":\"$identity\"}}"
        done
        """#

    /// Runs a sweep of trials with these fates and gives their records.
    private func run(
        _ fates: [Int], in path: String, timeout: Duration? = nil, memoryLimit: Int? = nil
    ) async throws -> (records: [TrialRecord], folder: SweepFolder) {
        var sweep = Sweep(name: "s")
        sweep.limits.timeout = timeout
        sweep.limits.memoryLimit = memoryLimit
        let store = try ResultsStore.openForWriting(path: path + "/sweeps.sqlite")
        let folder = SweepFolder(sweep: "s", besideStore: path + "/sweeps.sqlite")
        let trials = fates.map { Trial(configuration: Configuration(["lr": .int($0)]), seed: 1, data: "d") }
        let records = try store.register(sweep, fileText: "", filePath: "", trials: trials, at: Date())
        var logger = Logger(label: "tests")
        logger.logLevel = .critical
        var assignment = TrialScheduler.Assignment(
            sweep: sweep, records: records, folder: folder, dataFolder: ".",
            limits: .init(jobs: 3, retries: 1, breaker: nil, backOff: .milliseconds(10)))
        assignment.patience = .milliseconds(200)
        let workers = LocalWorkers(
            executable: "/bin/bash", arguments: ["-c", Self.script], cores: 7, logger: logger)
        let scheduler = TrialScheduler(assignment, store: store, launcher: workers, logger: logger) { _ in }
        let (interruptions, _) = AsyncStream<Void>.makeStream()
        #expect(try await scheduler.run(interruptions: interruptions) == .allEnded)
        let stored = try #require(try store.sweep(named: "s"))
        return (try store.trials(of: stored.id), folder)
    }

    @Test("workers that print garbage, trap, leave, leak or start others cost their own trials at most")
    func misbehaviour() async throws {
        try await withTemporaryFolder { path in
            let (records, folder) = try await run([1, 2, 3, 4, 5, 6, 8, 9], in: path, memoryLimit: 50_000_000)
            #expect(
                records.map(\.state)
                    == [.finished, .failed, .failed, .failed, .failed, .finished, .finished, .finished])
            #expect(records.map(\.attempts) == [1, 2, 2, 2, 1, 2, 1, 1])
            let threads = try String(
                contentsOfFile: #require(folder.trial(records[0].trial.identity).attempts().first).path + "/threads",
                encoding: .utf8)
            // Seven cores for three workers at once.
            for name in ["OMP", "OPENBLAS", "GOTO", "MKL", "BLIS", "NUMEXPR", "RAYON"] {
                #expect(threads.contains("\(name)_NUM_THREADS=2\n"), "\(threads)")
            }
            #expect(threads.contains("VECLIB_MAXIMUM_THREADS=2\n"), "\(threads)")
            #expect(records[1].message == "worker killed by signal 11 (Segmentation fault)\nlast words")
            #expect(records[2].message == "worker exited with code 3\nlast words")
            #expect(records[3].message == "worker killed by signal 9 (Killed)\nlast words")
            #expect(records[4].message?.contains("more memory than 'memory_limit' allows, 50 MB\nit held") == true)
            for attempt in folder.trial(records[3].trial.identity).attempts() {
                let text = try String(contentsOfFile: attempt.path + "/child", encoding: .utf8)
                let child = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
                #expect(!Self.isAlive(child), "what a worker started is left")
            }
            // The folders alone say how each trial ended.
            for record in records {
                let attempt = try #require(folder.trial(record.trial.identity).attempts().first)
                var reader = JournalReader(path: attempt.journal)
                guard case .ended(let end)? = try reader.readNewLines().last?.entry else {
                    Issue.record("the journal of \(record.trial.configuration.canonicalJSON) has no end")
                    continue
                }
                #expect(end.state == record.state)
            }
        }
    }

    @Test("a worker that hangs and ignores all orders is killed when its trial's time is up, twice")
    func hangs() async throws {
        try await withTemporaryFolder { path in
            let (records, _) = try await run([7], in: path, timeout: .seconds(3))
            #expect(records.map(\.state) == [.timedOut])
            #expect(records.map(\.attempts) == [2])
        }
    }

    @Test("what is said of a program that cannot be started names the system's reason, and leaves no descriptor open")
    func noProgram() async throws {
        let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        do {
            let workers = LocalWorkers(
                executable: "/nowhere/sweep", arguments: [], cores: 1, logger: Logger(label: "tests"))
            for slot in 0..<50 { workers.start(slot: slot, amongst: 50) }
            var events = workers.events.makeAsyncIterator()
            for _ in 0..<50 {
                guard case .exited(_, let reason)? = await events.next() else {
                    Issue.record("no end")
                    return
                }
                #expect(reason == "the system refuses the process (No such file or directory)")
            }
        }
        let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        // Other tests open files at the same time.
        #expect(after < before + 50)
    }

    private static func isAlive(_ process: Int32) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: "/proc/\(process)/stat") else { return false }
        defer { try? handle.close() }
        let text = (try? handle.readToEnd()).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: " ").dropFirst(2).first != "Z" && !text.isEmpty
    }
}
