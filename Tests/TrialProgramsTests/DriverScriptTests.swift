import Foundation
import Settings
import SweepFiles
import Sweeps
import Testing

@testable import TrialPrograms

@Suite("Scripts that describe their sweep")
struct DriverScriptTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "drivers-\(UUID().uuidString)")

    private func file(_ script: String, seconds: Double = 60) throws -> SweepFile {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "driver.py").path
        try Data(script.utf8).write(to: URL(filePath: path))
        return try DriverScript(path: path, seconds: seconds).sweepFile()
    }

    @Test("one that does not come to its agent in time is ended")
    func late() throws {
        let error = #expect(throws: SweepFileError.self) { try file("import time; time.sleep(60)", seconds: 0.3) }
        #expect(error?.message.contains("had not come to wandb.agent(…)") == true)
    }

    @Test("its function runs in place of a program, and numbers stay what Python has")
    func function() throws {
        let sweep = try file(
            """
            import wandb
            values = {"method": "grid", "program": "a.py", "command": ["b"], "parameters": {"x": {"values": [1, 2.0]}}}
            wandb.agent(wandb.sweep(values), print)
            """
        ).sweep
        #expect(sweep.name == "driver")
        #expect(sweep.program?.program == "driver.py")
        #expect(sweep.program?.command == ["${env}", "${interpreter}", "${program}"])
        #expect(sweep.program?.decimals["x"]?.map(\.places) == [[false], [true]])
    }

    @Test("without a function the sweep's own program runs")
    func program() throws {
        let sweep = try file("import wandb; wandb.agent(wandb.sweep({'method': 'grid', 'program': 'a.py'}))").sweep
        #expect(sweep.program?.program == "a.py")
        #expect(sweep.program?.command.last == "${args}")
    }

    @Test(
        "the agent's count caps a search that has no end",
        arguments: [("'random'", 7), ("'random', 'run_cap': 3", 3), ("'grid'", nil)])
    func count(method: String, cap: Int?) throws {
        let script = "import wandb; wandb.agent(wandb.sweep({'method': \(method)}), print, count=7)"
        #expect(try file(script).sweep.runCap == cap)
    }

    @Test("notes and errors name no place, since the script's text has none")
    func places() throws {
        let file = try file("import wandb; wandb.agent(wandb.sweep({'method': 'grid', 'project': 'p'}), print)")
        #expect(file.notes.map(\.position) == [nil])
        #expect(file.position(ofSetting: "method") == nil)
    }
}
