import Sweeps
import Testing

@testable import SweepFiles

@Suite("Labels of configurations in a sweep file")
struct LabelReadingTests {
    private func file(_ text: String) throws -> SweepFile {
        try SweepFile(text: "parameters: {lr: [1, 2]}\n" + text, path: "a.yaml")
    }

    @Test("are conditions with names, in the file's order")
    func reading() throws {
        let labels = try file("labels:\n  - {where: lr < 2, label: slow}\n  - {where: lr == 2, label: 'a, b'}\n").sweep
            .labels
        #expect(
            labels == [
                ConfigurationLabel(condition: "lr < 2", text: "slow"),
                ConfigurationLabel(condition: "lr == 2", text: "a, b"),
            ])
        #expect(try file("").sweep.labels.isEmpty)
    }

    @Test(
        "mistakes in them are told with their place",
        arguments: [
            ("labels: slow\n", "a.yaml:2:9: 'labels' is 'slow'; "),
            ("labels: [slow]\n", "a.yaml:2:10: 'labels[0]' is 'slow'; "),
            ("labels: [{where: lr < 2}]\n", "a.yaml:2:10: 'labels[0]'"),
            ("labels: [{label: slow}]\n", "a.yaml:2:10: 'labels[0]'"),
            (
                "labels: [{were: lr < 2, label: slow}]\n",
                "a.yaml:2:11: 'labels[0].were': no such key; did you mean 'where'?"
            ),
            ("labels: [{where: lr <, label: slow}]\n", "a.yaml:2:22: 'labels[0].where': a value is missing after '<'."),
            (
                "labels: [{where: l_r < 2, label: slow}]\n",
                "a.yaml:2:18: 'labels[0].where': 'l_r': no such hyperparameter in this sweep; did you mean 'lr'?"
            ),
            (
                "labels: [{where: lr < 2, label: ' '}]\n",
                "a.yaml:2:33: 'labels[0].label' is ' '; it must be one line of 1 to 80"
            ),
            (
                "labels: [{where: lr < 2, label: \"a\\nb\"}]\n",
                "a.yaml:2:33: 'labels[0].label' is 'a"
            ),
        ])
    func mistakes(text: String, start: String) throws {
        let message = try #require(throws: SweepFileError.self) { try file(text) }.description
        #expect(message.hasPrefix(start), "\(message)")
    }
}
