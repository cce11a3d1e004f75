import Analysis
import Settings
import Sweeps
import Testing

struct ComparabilityTests {
    private static let devLoss = MetricDefinition(
        name: "dev_loss", goal: .minimize, unit: .magnitude, set: .dev,
        dependencies: ["loss", "label_smoothing", "data"],
        exceptions: ["data.standardize"])
    private static let devError = MetricDefinition(
        name: "dev_rmse", goal: .minimize, unit: .magnitude, set: .dev, dependencies: ["data"])

    private func trials(
        _ number: Int, _ settings: [String: SettingValue], _ losses: [Double], data: String = "aaaa"
    ) -> [TrialOutcome] {
        losses.enumerated().map { seed, loss in
            TrialOutcome(
                trial: Trial(configuration: Configuration(settings), seed: seed + 1, data: data),
                configurationNumber: number, state: .finished,
                summaries: ["dev_loss": MetricSummary(of: MetricPoint(epoch: 1, step: 1, value: loss))], seconds: 1)
        }
    }

    private func ranking(_ outcomes: [TrialOutcome]) -> Ranking {
        Ranking(of: outcomes, by: Objective(metric: "dev_loss", goal: .minimize), metric: Self.devLoss)
    }

    @Test func lossesOfDifferentKindsGetNoVerdictButWithinOneOfThem() {
        let ranking = ranking(
            trials(1, ["loss": "mse", "lr": 0.1], [4, 4.1, 4.05])
                + trials(2, ["loss": "l1", "lr": 0.1], [1, 1.1, 1.05])
                + trials(3, ["loss": "mse", "lr": 1], [9, 9.1, 9.05]))
        let evidence = RankingEvidence(ranking)
        #expect(evidence.verdict == nil)
        // Each loss has a ranking of its own, in the order in which they came.
        #expect(ranking.entries.map(\.result.number) == [1, 3, 2])
        #expect(ranking.entries.map(\.rank) == [1, 2, 1])
        #expect(ranking.leading == [0, 2, 1])
        #expect(ranking.comparability?.divider == "loss")
        #expect(evidence.standings == [.best, .worse, .notCompared])
        let labels = ["mse", "mse lr 1", "l1"]
        #expect(
            evidence.sentence(labels: labels, unit: .magnitude)
                == "dev_loss depends on loss, so configurations that differ in it are not compared. "
                + "Of loss mse: mse beats mse lr 1 by 5.00 (95 % interval 4.91…5.09).")
    }

    @Test func namesOfFilesStayAsTheyAreWritten() {
        let ranking = ranking(
            trials(1, ["data": "valle-02.csv"], [1])
                + trials(2, ["data": "digits", "label_smoothing": 1e-5], [2], data: "bbbb"))
        #expect(
            ranking.comparability?.parts.map(\.label)
                == ["data valle-02.csv", "data digits, label_smoothing 1e-5"])
    }

    @Test func theSameDataByAnotherPathAreTheSame() {
        let ranking = ranking(
            trials(1, ["data": "wine.csv", "lr": 0.1], [1]) + trials(2, ["data": "../x/wine.csv", "lr": 0.2], [2])
                + trials(3, ["data": ["source": "wine.csv", "dev_fraction": 0.3]], [3], data: "bbbb")
                + trials(4, ["data": ["source": "./wine.csv", "dev_fraction": 0.3]], [4], data: "bbbb"))
        #expect(ranking.comparability?.parts.map(\.members) == [[0, 1], [2, 3]])
        let alike = self.ranking(
            trials(1, ["data": "wine.csv", "lr": 0.1], [1]) + trials(2, ["data": "../x/wine.csv", "lr": 0.2], [2]))
        #expect(alike.comparability == nil)
    }

    @Test func optionsAndVersionsOfDataNameThePartsToo() {
        let ranking = ranking(
            trials(1, ["loss": ["name": "huber", "delta": 0.3]], [1, 1.1])
                + trials(2, ["loss": ["name": "huber", "delta": 1]], [2, 2.1])
                + trials(3, ["loss": "l1"], [3, 3.1]) + trials(4, ["loss": "l1"], [3, 3.1], data: "bbbb"))
        #expect(
            ranking.comparability?.parts.map(\.label) == [
                "loss huber delta 0.3, data version aaaa", "loss huber delta 1, data version aaaa",
                "loss l1, data version aaaa", "loss l1, data version bbbb",
            ])
        #expect(ranking.entries.map(\.rank) == [1, 1, 1, 1])
        #expect(ranking.comparability?.divider == nil)
        #expect(ranking.comparability?.kind == "loss and version of the data")
        #expect(ranking.comparability?.words == ["loss", "loss.delta", "data version"])
    }

    @Test func theMetricToJudgeByStandsBesideWhatCannotBeCompared() {
        let ranking = ranking(trials(1, ["loss": "mse"], [4, 4.1]) + trials(2, ["loss": "l1"], [1, 1.1]))
        #expect(
            RankingEvidence(ranking).sentence(labels: ["mse", "l1"], unit: .magnitude, judgingBy: ["dev_rmse"])
                == "dev_loss depends on loss, so configurations that differ in it are not compared; judge by dev_rmse.")
        #expect(FunctionalANOVA(ranking) == nil && ranking.lostLeader == nil)
    }

    @Test func whatChangesNothingAboutTheMetricIsComparedAsEver() {
        let ranking = ranking(
            trials(1, ["data": ["source": "a.csv", "standardize": true]], [1, 1.1])
                + trials(2, ["data": ["source": "a.csv", "standardize": false]], [2, 2.1]))
        #expect(ranking.comparability == nil)
        #expect(RankingEvidence(ranking).verdict != nil)
    }

    @Test func versionsOfTheDataAreNotComparedWithEachOther() throws {
        let ranking = ranking(
            trials(1, ["lr": 0.1], [1, 1.1], data: "aaaa") + trials(2, ["lr": 0.1], [2, 2.1], data: "bbbb"))
        let comparability = try #require(ranking.comparability)
        #expect(comparability.sentence() == "Trials on different versions of the data are not compared.")
        #expect(comparability.parts.map(\.label) == ["data version aaaa", "data version bbbb"])
    }

    @Test func otherWeightsToStartFromAreNoOtherVersionOfTheData() {
        let ranking = ranking(
            trials(1, ["init": "he"], [1, 1.1], data: "aaaa")
                + trials(2, ["init": "a.safetensors"], [2, 2.1], data: "bbbb"))
        #expect(ranking.comparability == nil)
    }

    @Test func aPlanNamesTheMetricToJudgeBy() {
        let losses = ["mse", "l1"].map { Configuration(["loss": .string($0)]) }
        #expect(
            Comparability.warning(of: Self.devLoss, among: losses, metrics: [Self.devLoss, Self.devError])
                == "dev_loss depends on loss, which varies, so configurations that differ in it will not be compared; judge "
                + "by dev_rmse.")
        let data = ["a", "b"].map { Configuration(["data": .string($0)]) }
        #expect(
            Comparability.warning(of: Self.devLoss, among: data, metrics: [Self.devLoss, Self.devError])
                == "dev_loss depends on data, which varies, so configurations that differ in it will not be compared.")
        #expect(Comparability.warning(of: Self.devError, among: losses, metrics: []) == nil)
    }
}
