import Analysis
import Settings
import Sweeps
import Testing

struct SharedSettingsTests {
    /// The published experiment: batch sizes by gradient descent, then optimizers at 64, then decays of Adam.
    private static let published: [Configuration] =
        [8, 64, 128, 2000].map { configuration("sgd", batch: $0) }
        + [configuration("momentum", batch: 64), configuration("rmsprop", batch: 64, lr: 1e-5)]
        + [nil, 0.2, 0.005].map { rate in
            var one = configuration("adam", batch: 64, lr: 1e-5)
            if let rate { one.set("decay", ["name": "hyperbola", "rate": .number(rate)]) }
            return one
        }

    private static func configuration(_ optimizer: String, batch: Int, lr: Double = 1e-3) -> Configuration {
        Configuration([
            "optimizer": .string(optimizer), "batch_size": .int(batch), "lr": .number(lr), "decay": "constant",
        ])
    }

    @Test func onlySettingsThatEveryOptimizerWasTriedWithCount() {
        let shared = SharedSettings(of: "optimizer", among: Self.published, order: ["batch_size", "decay"])
        #expect(shared.extent == .some)
        #expect(shared.members == [1, 4, 5, 6])
        #expect(shared.clause == "over batch_size 64 and decay constant, for which all have results")
    }

    @Test func twoOptimizersAreComparedOverWhatBothWereTriedWith() {
        let shared = SharedSettings(of: "optimizer", among: Array(Self.published.prefix(5)))
        #expect(shared.clause == "over batch_size 64, for which both have results")
    }

    @Test func whereNothingIsSharedNothingIsCompared() {
        let apart = [Self.configuration("sgd", batch: 8), Self.configuration("momentum", batch: 64)]
        let shared = SharedSettings(of: "optimizer", among: apart)
        #expect(shared.members.isEmpty)
        #expect(
            shared.silence
                == "No batch_size has results with both values of optimizer, so they are not compared.")
        #expect(shared.clause == nil)
    }

    @Test func everyBatchSizeAndEveryDecayMayBeSharedAndStillNoCombinationOfThem() {
        let crossed = [("sgd", 8, "constant"), ("sgd", 64, "cosine"), ("adam", 64, "constant"), ("adam", 8, "cosine")]
            .map { Configuration(["optimizer": .string($0.0), "batch_size": .int($0.1), "decay": .string($0.2)]) }
        #expect(
            SharedSettings(of: "optimizer", among: crossed, order: ["batch_size", "decay"]).extent
                == .none(of: ["batch_size", "decay"]))
        let drawn = SharedSettings(of: "optimizer", among: crossed, design: SweepDesign(isGrid: false))
        #expect(drawn.extent == .all)
    }

    @Test func whatWasDrawnIsNotSaidToKeepAnythingApart() {
        let drawn = (0..<24).map { index in
            Configuration([
                "optimizer": index < 12 ? "sgd" : "adam", "dropout": .number(0.01 * Double(index)),
                "batch_size": index < 12 ? 8 : 64,
            ])
        }
        func extent(_ design: SweepDesign) -> SharedSettings.Extent {
            SharedSettings(of: "optimizer", among: drawn, design: design).extent
        }
        #expect(extent(SweepDesign(isGrid: false)) == .none(of: ["batch_size"]))
        #expect(extent(SweepDesign()) == .none(of: ["batch_size", "dropout"]))
    }

    @Test func learningRatesAndOptionsAndSubspacesBelongToTheChoice() {
        let tuned = [
            Configuration(["optimizer": ["name": "momentum", "beta": 0.9], "lr": 0.1, "weight_decay": 0]),
            Configuration(["optimizer": "sgd", "lr": 1, "weight_decay": 0]),
            Configuration(["optimizer": "adamw", "lr": 0.01, "weight_decay": 0.1]),
        ]
        let own = SweepDesign(subspaces: ["optimizer": ["lr", "optimizer.beta", "weight_decay"]])
        let shared = SharedSettings(of: "optimizer", among: tuned, design: own)
        #expect(shared.extent == .all)
        #expect(shared.clause == nil)
        #expect(SharedSettings(of: "optimizer", among: tuned).extent == .none(of: ["weight_decay"]))
    }

    @Test func defaultsThatAreFilledInAreSettingsLikeOthers() {
        let written = [
            Configuration(["optimizer": "sgd", "batch_size": 8]),
            Configuration(["optimizer": "sgd", "batch_size": 64]),
            Configuration(["optimizer": "adam"]),
        ]
        let complete = written.completed { _, names in ["batch_size": 64].filter { names.contains($0.key) } }
        #expect(SharedSettings(of: "optimizer", among: complete).members == [1, 2])
    }

    @Test func aGridIsComparedOverAllOfItAndSaysSo() {
        let grid = ["sgd", "adam"].flatMap { optimizer in
            [64, 16].map { Self.configuration(optimizer, batch: $0) }
        }
        let shared = SharedSettings(of: "optimizer", among: grid)
        #expect(shared.extent == .all)
        #expect(shared.clause == "over batch_size 16 or 64")
    }

    @Test func numbersDrawnFromARangeCountAsDrawnAlike() {
        let drawn = (0..<24).map { index in
            Configuration([
                "optimizer": .string(index % 2 == 0 ? "sgd" : "adam"), "dropout": .number(Double(index) / 50),
            ])
        }
        let shared = SharedSettings(of: "optimizer", among: drawn, design: SweepDesign(isGrid: false))
        #expect(shared.extent == .all)
        #expect(shared.clause == "over any dropout")
    }

    @Test func ofManySettingsOfWhichNoneIsLeftOutOnlyTheCountIsTold() {
        let drawn = (0..<24).map { index in
            let rest = ["dropout", "l1", "l2", "clip_norm"].map { ($0, SettingValue.number(Double(index + 1) / 50)) }
            return Configuration(
                Dictionary(rest + [("optimizer", .string(index % 2 == 0 ? "sgd" : "adam"))]) { first, _ in first })
        }
        let shared = SharedSettings(of: "optimizer", among: drawn, design: SweepDesign(isGrid: false))
        #expect(shared.clause == "over all 24 configurations with results")
    }

    @Test func namesStayAsTheyAreWritten() {
        let crossed = ["sgd", "adam"].flatMap { optimizer in
            ["valley-1e-05", "valle-02.csv"].map { data in
                Configuration(["optimizer": .string(optimizer), "init": .string(data), "eps": 1e-5])
            }
        }
        #expect(
            SharedSettings(of: "optimizer", among: crossed).clause == "over init valley-1e-05 or valle-02.csv")
    }

    @Test func subspacesAreReadOffTheSearchSpace() {
        var sweep = Sweep(name: "s")
        let lr = SearchSpace.Parameter(name: "lr", domain: .values([0.1]))
        sweep.searchSpaces = [
            SearchSpace([
                .init(
                    name: "optimizer",
                    domain: .choices([
                        .init(name: "sgd", subspace: SearchSpace([lr])), .init(name: "adam", subspace: SearchSpace()),
                    ])),
                .init(name: "batch_size", domain: .values([8])),
            ])
        ]
        #expect(SweepDesign(of: sweep) == SweepDesign(subspaces: ["optimizer": ["lr"]]))
    }
}
