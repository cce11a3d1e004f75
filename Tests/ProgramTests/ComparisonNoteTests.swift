import Foundation
import Testing

/// What 'plan', 'run' and 'rank' say where trials cannot be compared.
struct ComparisonNoteTests {
    private static let table =
        "x,y\n" + (0..<40).map { "\($0),\(Double($0) * 0.5 + Double($0 % 3))" }.joined(separator: "\n") + "\n"

    @Test("losses of different kinds are trained, but not compared by themselves")
    func losses() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.table, to: "t.csv")
            try sweep.write(
                """
                seeds: 2
                metric: {name: dev_loss, goal: minimize}
                train: {data: t.csv, epochs: 2}
                parameters:
                - {loss: l1}
                - {lr: 0.01}
                """, to: "a.yaml")
            let note =
                "dev_loss depends on loss, which varies, so configurations that differ in it will not be compared"
            #expect(try await sweep("plan", "a.yaml").messages.contains(note))
            let run = try await sweep("run", "a.yaml")
            #expect(run.code == 0 && run.messages.contains(note), "\(run.messages)")
            let ranking = try await sweep("rank", "a.yaml").output.replacing("\n", with: " ")
            #expect(
                ranking.contains(
                    "dev_loss depends on loss, so configurations that differ in it are not compared; judge by dev_rmse")
            )
            #expect(!ranking.contains("Of loss") && !ranking.contains(" beats "))
            #expect(!run.messages.contains("best dev_loss"))
            let best = try await sweep("best", "a.yaml")
            #expect(best.code == 0 && best.output.contains("There is no single best"), "\(best.messages)")
            #expect(best.output.contains("\nloss l1  ") && best.output.contains("\nloss mse "), "\(best.output)")
            let file = try await sweep("best", "a.yaml", "--yaml")
            #expect(file.code == 65 && file.messages.contains("sweep best a --by dev_rmse"), "\(file.messages)")
            #expect(try await sweep("best", "a.yaml", "--by", "dev_rmse", "--yaml").code == 0)
        }
    }

    @Test("data that changed since trials finished are spoken of, and their trials not compared with the new ones")
    func changedData() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.table, to: "t.csv")
            try sweep.write("seeds: 2\ntrain: {data: t.csv, epochs: 2}\nparameters: {lr: [0.1, 0.01]}\n", to: "a.yaml")
            #expect(try await !sweep("run", "a.yaml").messages.contains("changed"))
            try sweep.write(Self.table + "40,20\n", to: "t.csv")
            let note =
                "The data t.csv changed since 4 trials finished: they no longer count, and are trained again on the data "
                + "as they are; 'sweep rank --all' shows what they were."
            let files = try FileManager.default.subpathsOfDirectory(atPath: sweep.folder).sorted()
            #expect(try await sweep("plan", "a.yaml").messages.contains(note))
            #expect(try FileManager.default.subpathsOfDirectory(atPath: sweep.folder).sorted() == files)
            #expect(try await sweep("run", "a.yaml").messages.contains(note))
            #expect(try await !sweep("plan", "a.yaml").messages.contains("changed"))
            let all = try await sweep("rank", "a.yaml", "--all").output
            #expect(
                all.replacing("\n", with: " ").contains("Trials on different versions of the data are not compared."))
            // Each version has a best of its own.
            let firsts = all.split(separator: "\n").filter { $0.hasPrefix("data of ") }.map { line in
                line.split(separator: " ").drop { $0 != "1" && $0 != "2" }.first
            }
            #expect(firsts == ["1", "2", "1", "2"], "\(all)")
        }
    }
}
