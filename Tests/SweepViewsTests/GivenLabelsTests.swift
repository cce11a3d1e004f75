import Analysis
import Settings
import SweepViews
import Sweeps
import Testing

@Suite struct GivenLabelsTests {
    private static func configuration(_ optimizer: String, _ lr: Double) -> Configuration {
        Configuration(["optimizer": .string(optimizer), "lr": .number(lr)])
    }

    private let all = [configuration("sgd", 0.1), configuration("sgd", 0.01), configuration("adam", 0.01)]

    private func labels(_ labels: [(String, String)]) -> [String] {
        let given = GivenLabels(labels.map { ConfigurationLabel(condition: $0, text: $1) }, of: all)
        let names = ConfigurationLabels(all, given: given)
        return all.map { names.label(of: [$0]) }
    }

    @Test("a configuration goes by the first label that fits it, others by what differs")
    func first() {
        #expect(
            labels([("optimizer == 'sgd' and lr == 0.1", "GD, fast"), ("lr > 0", "slow")])
                == ["GD, fast", "slow (sgd)", "slow (adam)"])
        #expect(labels([("optimizer == 'adam'", "Adam")]) == ["sgd, lr 0.1", "sgd, lr 0.01", "Adam"])
    }

    @Test("labels that fit no configuration are found")
    func unused() {
        let given = [("lr == 0.1", "fast"), ("optimizer == 'rprop'", "typo"), ("lr > 0", "all")]
            .map { ConfigurationLabel(condition: $0, text: $1) }
        #expect(GivenLabels.unused(given, among: all).map(\.text) == ["typo"])
    }

    @Test("two configurations with one label stay distinct")
    func distinct() {
        #expect(labels([("optimizer == 'sgd'", "GD")]) == ["GD (lr 0.1)", "GD (lr 0.01)", "adam, lr 0.01"])
    }

    @Test("what is shown alone is told apart from others of its label that are not shown")
    func shownAlone() {
        let given = GivenLabels([ConfigurationLabel(condition: "optimizer == 'sgd'", text: "GD")], of: all)
        let shown = ConfigurationLabels([all[0], all[2]], given: given)
        #expect(shown.label(of: [all[0]]) == "GD (lr 0.1)" && shown.label(of: [all[2]]) == "adam, lr 0.01")
    }

    @Test("a condition that makes no sense for a configuration does not fit it")
    func senseless() {
        #expect(labels([("optimizer > 3", "x"), ("lr", "y"), ("depth == 3", "z")]) == labels([]))
    }
}
