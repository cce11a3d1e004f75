import Settings
import SweepViews
import Sweeps
import Testing

@Suite struct ConfigurationLabelsTests {
    private func configurations(_ settings: [[(String, SettingValue)]]) -> [Configuration] {
        settings.map { entries in
            var configuration = Configuration(["epochs": .int(30)])
            for (path, value) in entries { configuration.set(path, value) }
            return configuration
        }
    }

    private func labels(_ settings: [[(String, SettingValue)]]) -> [String] {
        let configurations = configurations(settings)
        let labels = ConfigurationLabels(configurations)
        return configurations.map { labels.label(of: [$0]) }
    }

    @Test("say only what varies, names by themselves and first")
    func varying() {
        #expect(
            labels([
                [("optimizer", .string("adam")), ("lr", .number(0.01)), ("batch_size", .int(64))],
                [("optimizer", .string("sgd")), ("lr", .number(1e-5)), ("batch_size", .int(64))],
            ]) == ["adam, lr 0.01", "sgd, lr 1e-5"])
    }

    @Test("options follow the name that they belong to")
    func options() {
        #expect(
            labels([
                [("decay", .string("constant")), ("lr", .int(1))],
                [("decay", .string("hyperbola")), ("decay.rate", .number(0.2)), ("lr", .int(2))],
                [("decay", .string("hyperbola")), ("decay.rate", .number(0.5)), ("lr", .int(2))],
            ]) == ["constant, lr 1", "hyperbola rate 0.2, lr 2", "hyperbola rate 0.5, lr 2"])
    }

    @Test("options of what does not vary itself stand together, without a name that says nothing more")
    func optionsAlone() {
        #expect(
            labels([
                [("early_stopping.metric", .string("dev_loss")), ("early_stopping.patience", .int(5))],
                [("dropout", .number(0.5))],
            ]) == ["early_stopping patience 5", "dropout 0.5"])
        #expect(
            labels([
                [("stop.metric", .string("dev_loss")), ("stop.patience", .int(5))],
                [("stop.metric", .string("dev_accuracy")), ("stop.patience", .int(9))],
            ]) == ["stop metric dev_loss patience 5", "stop metric dev_accuracy patience 9"])
    }

    @Test("a parameter that is not always a name keeps its own")
    func mixed() {
        #expect(
            labels([[("batch_size", .int(8))], [("batch_size", .string("full"))]]) == [
                "batch_size 8", "batch_size full",
            ]
        )
    }

    @Test("names are written out where values alone would not tell two apart")
    func ambiguous() {
        #expect(
            labels([
                [("first", .string("on")), ("second", .string("off"))],
                [("first", .string("off")), ("second", .string("on"))],
                [("first", .string("off"))], [("second", .string("off"))],
            ]) == ["first on, second off", "first off, second on", "first off", "second off"])
    }

    @Test("alternatives go by what they depart in from their base line, and it by this name")
    func alternatives() {
        let all = [
            Configuration(["dropout": 0]), Configuration(["dropout": 0.5]), Configuration(["weight_decay": 0.03]),
            Configuration(["l1": 0.001]),
        ].completed { _, names in ["dropout": 0, "weight_decay": 0, "l1": 0].filter { names.contains($0.key) } }
        let labels = ConfigurationLabels(all)
        #expect(
            all.map { labels.label(of: [$0]) } == ["base line", "dropout 0.5", "weight_decay 0.03", "l1 0.001"])
    }

    @Test("what is not written is not said")
    func unwritten() {
        let all = [
            Configuration(["optimizer": ["name": "rmsprop", "eps": 1e-6], "batch_size": 8]),
            Configuration(["optimizer": "adam", "batch_size": 8]),
            Configuration(["optimizer": "adam", "batch_size": 64]),
        ].completed { _, names in ["optimizer.eps": 1e-8].filter { names.contains($0.key) } }
        let labels = ConfigurationLabels(all)
        #expect(
            all.map { labels.label(of: [$0]) }
                == ["rmsprop eps 1e-6, batch_size 8", "adam, batch_size 8", "adam, batch_size 64"])
    }

    @Test("a group is called by what its members share")
    func groups() {
        let all = configurations([
            [("optimizer", .string("adam")), ("lr", .number(0.1))],
            [("optimizer", .string("sgd")), ("lr", .number(0.1))],
            [("optimizer", .string("sgd")), ("lr", .int(1))],
        ])
        let labels = ConfigurationLabels(all)
        #expect(labels.label(of: Array(all[0..<2])) == "lr 0.1")
        #expect(labels.label(of: [all[0], all[2]]) == "adam, lr 0.1 and 1 more")
        #expect(labels.label(of: []) == "")
    }

    @Test("what a group shares and others have not can be said by itself")
    func common() {
        let all = configurations([
            [("optimizer", .string("adam")), ("lr", .number(0.1))],
            [("optimizer", .string("adam")), ("lr", .int(1))],
            [("optimizer", .string("sgd")), ("lr", .int(1))],
        ])
        let labels = ConfigurationLabels(all)
        #expect(labels.common(of: Array(all[0..<2])) == "adam")
        #expect(labels.common(of: all) == "" && labels.common(of: []) == "")
    }

    @Test("a single configuration needs no name, and gets one if asked")
    func alone() {
        #expect(labels([[("lr", .int(1))]]) == ["default"])
    }

    @Test("fractions have four digits, and more where they would look alike; whole numbers and machines get all")
    func rounding() {
        let all = configurations([
            [("lr", .number(0.0069681388))], [("lr", .number(0.001234))], [("lr", .int(123_456_789))],
            [("lr", .number(0.0650281234))], [("lr", .number(0.0650282345))],
        ])
        let labels = ConfigurationLabels(all)
        #expect(
            all.map { labels.label(of: [$0]) }
                == ["lr 0.006968", "lr 0.001234", "lr 123456789", "lr 0.0650281", "lr 0.0650282"])
        #expect(labels.label(of: [all[0]], isExact: true) == "lr 0.0069681388")
    }

    @Test("a value that all of a part share is known, though labels leave it out")
    func sharedValue() {
        let configurations = [("a", "relu", 1), ("a", "relu", 2), ("b", "tanh", 1), ("b", "relu", 1)].map {
            sweep, activation, width in
            var configuration = Configuration()
            configuration.set("sweep", .string(sweep))
            configuration.set("activation", .string(activation))
            configuration.set("width", .int(width))
            return configuration
        }
        let labels = ConfigurationLabels(configurations, within: "sweep")
        #expect(labels.value(of: "activation", in: configurations[0]) == "relu")
        #expect(labels.value(of: "dropout", in: configurations[0]) == nil)
    }

    @Test("what is said elsewhere is not said again")
    func besides() {
        let all = configurations([
            [("decay", .string("constant")), ("lr", .int(1))],
            [("decay", .string("hyperbola")), ("decay.rate", .number(0.2)), ("lr", .int(2))],
        ])
        let labels = ConfigurationLabels(all)
        #expect(all.map { labels.label(of: [$0], besides: "decay") } == ["lr 1", "decay.rate 0.2, lr 2"])
    }
}
