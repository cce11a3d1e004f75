import Settings
import Testing

/// `sweep report` after a run.
struct ReportRunTests {
    @Test("printed Markdown shows the charts that are in the sweep's folder, unless they are of something else")
    func printed() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                """
                seeds: 2
                train: {data: digits, hidden: [16], epochs: 2, batch_size: 128}
                parameters: {optimizer: [sgd, adam]}
                """, to: "small.yaml")
            try await sweep("run", "small.yaml")
            let all = try await sweep("report", "small")
            #expect(all.code == 0 && all.output.hasPrefix("# small\n\n4 trials of 2 configurations with 2 seeds"))
            #expect(all.output.contains("![small: loss per epoch](results/small/charts/loss.png)"))
            let some = try await sweep("report", "small", "--by", "dev_loss")
            #expect(some.code == 0 && !some.output.contains(".png"))
            let json = try await sweep("report", "small.yaml", "--json")
            #expect(try SettingValue(json: json.output).asMapping?["winner"]?.text != nil)
            let unknown = try await sweep("report", "smal")
            #expect(unknown.code == 65 && unknown.messages == "'smal': no such sweep; did you mean 'small'?")
        }
    }
}
