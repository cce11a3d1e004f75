import Settings
import Sweeps
import Testing

@testable import SweepFiles

@Suite("Reading a sweep file")
struct SweepFileTests {
    @Test("everything that a file says is in the sweep")
    func whole() throws {
        let file = try SweepFile(
            text: """
                # Which optimizer?
                name: optimizers-on-digits
                description: Four optimizers.
                method: grid
                metric: {name: dev_loss, goal: minimize, select: last}
                seeds: 3
                seed: 9
                train:
                  data: digits
                  hidden: [64, 32]
                  epochs: 30
                parameters:
                  batch_size: [16, 64, full]
                  optimizer:
                    choices:
                      sgd:      {lr: [1.0, 1e-1]}
                      momentum: {lr: [1.0], optimizer.beta: [0.9, 0.99]}
                      adam:     {}
                  decay: [constant, {name: hyperbola, rate: 0.2}]
                where: not (batch_size == 'full' and lr < 1e-3)
                run_cap: 40
                jobs: 2
                timeout: 10m
                retry: 2
                max_failed: 5
                memory_limit: 2GB
                """, path: "sweeps/optimizers.yaml")
        var expected = Sweep(name: "optimizers-on-digits")
        expected.description = "Four optimizers."
        expected.objective = Objective(metric: "dev_loss", goal: .minimize, selection: .last)
        expected.seeds = [1, 2, 3]
        expected.searchSeed = 9
        expected.fixedSettings = Configuration([
            "data": .string("digits"), "hidden": .list([.int(64), .int(32)]), "epochs": .int(30),
        ])
        let hyperbola = SettingValue.mapping(["name": .string("hyperbola"), "rate": .double(0.2)])
        let momentum: [SearchSpace.Parameter] = [
            .init(name: "lr", domain: .values([.int(1)])),
            .init(name: "optimizer.beta", domain: .values([.double(0.9), .double(0.99)])),
        ]
        expected.searchSpaces = [
            SearchSpace([
                .init(name: "batch_size", domain: .values([.int(16), .int(64), .string("full")])),
                .init(
                    name: "optimizer",
                    domain: .choices([
                        .init(
                            name: "sgd",
                            subspace: SearchSpace([.init(name: "lr", domain: .values([.int(1), .double(0.1)]))])),
                        .init(name: "momentum", subspace: SearchSpace(momentum)),
                        .init(name: "adam", subspace: SearchSpace()),
                    ])),
                .init(name: "decay", domain: .values([.string("constant"), hyperbola])),
            ])
        ]
        expected.condition = "not (batch_size == 'full' and lr < 1e-3)"
        expected.runCap = 40
        expected.limits = SweepLimits(
            jobs: 2, timeout: .seconds(600), memoryLimit: 2_000_000_000, retries: 2, maxFailed: 5)
        #expect(file.sweep == expected)
        #expect(file.notes.isEmpty)
        #expect(file.hasMetric)
        #expect(file.folder == "sweeps")
    }

    @Test("a file with nothing but train is one configuration, named after the file")
    func least() throws {
        let file = try SweepFile(text: "train: {data: a.csv, epochs: 1}\nparameters:\n", path: "/runs/my.first.yaml")
        #expect(file.sweep.name == "my.first")
        #expect(file.sweep.searchSpaces == [SearchSpace()])
        #expect(file.sweep.objective == Objective(metric: "dev_accuracy", goal: .maximize, selection: .best))
        #expect(file.sweep.seeds == [1])
        #expect(file.sweep.searchSeed == 1)
        #expect(file.sweep.limits.retries == 1)
        #expect(!file.hasMetric)
        #expect(file.folder == "/runs")
        #expect(try SweepFile(text: "train: {}", path: "a.yaml").folder == ".")
    }

    @Test("a list of parameters is several search spaces, in its order")
    func severalSpaces() throws {
        let file = try SweepFile(
            text: "parameters:\n  - {lr: [1, 2]}\n  - {}\n  - {epochs: 3}\n", path: "a.yaml")
        #expect(
            file.sweep.searchSpaces == [
                SearchSpace([.init(name: "lr", domain: .values([.int(1), .int(2)]))]), SearchSpace(),
                SearchSpace([.init(name: "epochs", domain: .constant(.int(3)))]),
            ])
    }

    @Test("a dotted setting in train does not depend on where its owner stands")
    func dottedTrain() throws {
        let one = try SweepFile(text: "train: {optimizer.eps: 1e-7, optimizer: adam}", path: "a.yaml")
        let other = try SweepFile(text: "train: {optimizer: {name: adam, eps: 1e-7}}", path: "a.yaml")
        let third = try SweepFile(text: "train: {optimizer.eps: 1e-7, optimizer: {name: adam}}", path: "a.yaml")
        #expect(one.sweep.fixedSettings == other.sweep.fixedSettings)
        #expect(third.sweep.fixedSettings == other.sweep.fixedSettings)
    }

    @Test(
        "without a goal, accuracies are maximized and losses minimized",
        arguments: [
            ("train_accuracy", Objective.Goal.maximize), ("{name: dev_loss}", .minimize),
            ("{name: dev_accuracy, select: last}", .maximize), ("{goal: minimize}", .minimize), ("val_f1", .maximize),
        ])
    func goals(metric: String, goal: Objective.Goal) throws {
        #expect(try SweepFile(text: "metric: \(metric)", path: "a.yaml").sweep.objective.goal == goal)
    }

    @Test(
        "an amount of memory has its unit",
        arguments: [("2GB", 2_000_000_000), ("512MB", 512_000_000), ("1.5GiB", 1_610_612_736), ("3000000B", 3_000_000)])
    func memory(text: String, bytes: Int) throws {
        #expect(try SweepFile(text: "memory_limit: \(text)", path: "a.yaml").sweep.limits.memoryLimit == bytes)
    }

    @Test(
        "a time-out is a number with its unit",
        arguments: [("90s", 90), ("10m", 600), ("2h", 7200), ("1.5m", 90)])
    func timeouts(text: String, seconds: Int) throws {
        #expect(try SweepFile(text: "timeout: \(text)", path: "a.yaml").sweep.limits.timeout == .seconds(seconds))
    }

    @Test("the seeds of a list are kept in its order")
    func seeds() throws {
        #expect(try SweepFile(text: "seeds: [11, 7, 0]", path: "a.yaml").sweep.seeds == [11, 7, 0])
    }

    @Test("names of columns are text as they are written")
    func columnNames() throws {
        let file = try SweepFile(
            text: "train:\n  data: {source: a.csv, target: 012, ignore: [no, 1.0, true, b]}\n",
            path: "a.yaml")
        #expect(
            file.sweep.fixedSettings["data"]
                == [
                    "source": "a.csv", "target": "012",
                    "ignore": ["no", "1.0", "true", "b"],
                ])
        #expect(file.notes.isEmpty)
    }

    @Test("plain yes, no, on and off are text, with a note for whoever meant a boolean")
    func booleans() throws {
        let file = try SweepFile(
            text: "train:\n  batch_norm: yes\n  shuffle: 'no'\nparameters:\n  nesterov: [Off, {name: x, deep: [no]}]\n",
            path: "a.yaml")
        #expect(file.sweep.fixedSettings["batch_norm"] == .string("yes"))
        #expect(
            file.notes == [
                SweepFile.Note(
                    position: SourcePosition(line: 2, column: 15),
                    text: "'yes' is text in YAML 1.2; write true or false if that is meant."),
                SweepFile.Note(
                    position: SourcePosition(line: 5, column: 14),
                    text: "'Off' is text in YAML 1.2; write true or false if that is meant."),
                SweepFile.Note(
                    position: SourcePosition(line: 5, column: 36),
                    text: "'no' is text in YAML 1.2; write true or false if that is meant."),
            ])
    }
}
