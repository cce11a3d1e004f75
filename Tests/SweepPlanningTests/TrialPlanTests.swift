import Settings
import Sweeps
import Testing

@testable import SweepPlanning

@Suite("Plans")
struct TrialPlanTests {
    private func sweep(_ parameters: [(String, ParameterDomain)]) -> Sweep {
        var sweep = Sweep(name: "test")
        sweep.searchSpaces = [SearchSpace(parameters.map { .init(name: $0.0, domain: $0.1) })]
        return sweep
    }

    private func plan(_ sweep: Sweep) throws -> TrialPlan { try TrialPlan(sweep) { _ in "data" } }

    private func message(_ sweep: Sweep) throws -> String {
        try #require(throws: SettingError.self) { try plan(sweep) }.description
    }

    @Test("trials go seed by seed, on the data that their configuration names")
    func trials() throws {
        var sweep = sweep([("lr", .values([.int(1), .int(2)]))])
        sweep.seeds = [7, 3]
        sweep.fixedSettings = Configuration(["epochs": .int(5)])
        let plan = try TrialPlan(sweep) { configuration in "data of \(configuration["lr"]?.description ?? "")" }
        let configurations = [1, 2].map { Configuration(["epochs": .int(5), "lr": .int($0)]) }
        #expect(plan.configurations == configurations)
        #expect(
            plan.trials == [
                Trial(configuration: configurations[0], seed: 7, data: "data of 1"),
                Trial(configuration: configurations[1], seed: 7, data: "data of 2"),
                Trial(configuration: configurations[0], seed: 3, data: "data of 1"),
                Trial(configuration: configurations[1], seed: 3, data: "data of 2"),
            ])
        #expect(plan.notes.isEmpty)
    }

    @Test("equal configurations are one, where the first of them stood")
    func once() throws {
        var sweep = sweep([("lr", .values([.int(2), .number(1.0), .int(2)]))])
        sweep.searchSpaces.append(SearchSpace([.init(name: "lr", domain: .values([.int(3), .int(1)]))]))
        #expect(try plan(sweep).configurations.map { $0["lr"] } == [.int(2), .int(1), .int(3)])
    }

    @Test("parameters win over fixed settings, and a name keeps the options written beside it in any order")
    func merging() throws {
        var sweep = sweep([("optimizer.beta", .constant(.double(0.9))), ("optimizer", .values([.string("momentum")]))])
        sweep.fixedSettings = Configuration(["optimizer": .string("adam"), "lr": .int(1)])
        #expect(
            try plan(sweep).configurations == [
                Configuration([
                    "optimizer": .mapping(["name": .string("momentum"), "beta": .double(0.9)]), "lr": .int(1),
                ])
            ])
    }

    @Test("a condition leaves out the configurations for which it is false")
    func condition() throws {
        let decay = SettingValue.mapping(["name": .string("step"), "gamma": .double(0.5)])
        var sweep = sweep([
            ("batch_size", .values([.int(16), .string("full")])), ("decay", .values([.string("constant"), decay])),
        ])
        sweep.condition = "not (batch_size == 'full' and decay == 'step') and decay.gamma != 0.4"
        #expect(
            try plan(sweep).configurations == [
                Configuration(["batch_size": .int(16), "decay": .string("constant")]),
                Configuration(["batch_size": .int(16), "decay": decay]),
                Configuration(["batch_size": .string("full"), "decay": .string("constant")]),
            ])
    }

    @Test("a condition that fails names the configuration")
    func failingCondition() throws {
        var sweep = sweep([("lr", .values([.int(1), .string("high")])), ("epochs", .constant(.int(3)))])
        sweep.condition = "lr < 2"
        let message = try message(sweep)
        #expect(message.hasPrefix("'where': column 4: "))
        #expect(message.hasSuffix("; this came up for the configuration {lr: high, epochs: 3}."))
        sweep.condition = "lr == 5"
        #expect(try self.message(sweep) == "'where' is 'lr == 5'; it leaves no configuration to train.")
        sweep.condition = "lr <"
        #expect(try self.message(sweep).hasPrefix("'where': column "))
    }

    @Test("what varies is listed in the file's order with its values; what does not is left out")
    func varying() throws {
        let decay = SettingValue.mapping(["name": .string("step"), "gamma": .double(0.5)])
        let momentum = SearchSpace([
            .init(name: "lr", domain: .values([.int(1)])),
            .init(name: "optimizer.beta", domain: .values([.double(0.9)])),
        ])
        var sweep = sweep([
            ("z", .values([.int(2), .int(1)])), ("same", .values([.int(4)])),
            (
                "optimizer",
                .choices([
                    .init(name: "momentum", subspace: momentum), .init(name: "adam", subspace: SearchSpace()),
                ])
            ),
            ("decay", .values([.string("constant"), decay])),
        ])
        sweep.fixedSettings = Configuration(["lr": .double(0.5), "a": .int(1)])
        let plan = try plan(sweep)
        #expect(
            plan.varying == [
                .init(name: "z", values: [.int(2), .int(1)]),
                .init(name: "optimizer", values: [.string("momentum"), .string("adam")]),
                .init(name: "lr", values: [.int(1), .double(0.5)]),
                .init(name: "optimizer.beta", values: [.double(0.9)]),
                .init(name: "decay", values: [.string("constant"), .string("step")]),
                .init(name: "decay.gamma", values: [.double(0.5)]),
            ])
        let table = PlanTable(plan, rows: 3)
        #expect(table.columns == ["z", "optimizer", "lr", "optimizer.beta", "decay", "decay.gamma"])
        #expect(
            table.rows == [
                ["2", "momentum", "1", "0.9", "constant", "–"], ["2", "momentum", "1", "0.9", "step", "0.5"],
                ["2", "adam", "0.5", "–", "constant", "–"],
            ])
        #expect(table.omitted == 5)
    }

    @Test("a grid that nobody can train is refused with its size, unless run_cap bounds it")
    func tooLarge() throws {
        var sweep = sweep((0..<12).map { ("p\($0)", ParameterDomain.integers(min: 1, max: 10)) })
        #expect(
            try message(sweep)
                == "'parameters': the grid has 1000000000000 combinations, and at most 1000000 are tried; shorten it, "
                + "set 'run_cap', or use the method random.")
        sweep.runCap = 3
        #expect(try plan(sweep).configurations.map { $0["p11"] } == [.int(1), .int(2), .int(3)])
        sweep.searchSpaces = [SearchSpace([.init(name: "p", domain: .integers(min: .min, max: .max))])]
        sweep.runCap = nil
        #expect(try message(sweep).hasPrefix("'parameters': the grid has more than 9223372036854775807 combinations"))
    }

    @Test("more trials than a store should hold are refused")
    func tooManyTrials() throws {
        var sweep = sweep([("p", .integers(min: 1, max: 1001))])
        sweep.seeds = Array(1...1000)
        #expect(
            try message(sweep)
                == "'seeds': 1001 configurations with 1000 seeds are more than 1000000 trials; use fewer "
                + "seeds or set 'run_cap'.")
    }

    @Test("random search is the same for the same seed, and each configuration is independent of how many there are")
    func random() throws {
        var sweep = sweep([
            ("lr", .continuous(.logUniform(min: 1e-4, max: 1), quantum: nil)), ("n", .integers(min: 1, max: 100)),
        ])
        sweep.method = .random
        #expect(
            try message(sweep)
                == "'method' is 'random'; it goes on without an end; write 'run_cap', the number of configurations, or "
                + "say how many by 'sweep run --count'.")
        sweep.runCap = 20
        let configurations = try plan(sweep).configurations
        #expect(Set(configurations).count == 20)
        #expect(try plan(sweep).configurations == configurations)
        sweep.runCap = 7
        #expect(try plan(sweep).configurations == Array(configurations.prefix(7)))
        sweep.searchSeed = 2
        #expect(try Set(plan(sweep).configurations).isDisjoint(with: configurations))
        sweep.runCap = 2_000_000
        #expect(try message(sweep) == "'run_cap' is 2000000; it must be at most 1000000.")
    }

    @Test("a search goes as far as is wanted, and says whether there is more")
    func wanted() throws {
        func plan(_ sweep: Sweep, _ count: Int) throws -> TrialPlan {
            try TrialPlan(sweep, configurations: count) { _ in "" }
        }
        var sweep = sweep([("n", .integers(min: 1, max: 6))])
        let grid = try plan(sweep, 4)
        #expect(grid.configurations.map { $0["n"] } == [.int(1), .int(2), .int(3), .int(4)] && !grid.isWholeSpace)
        #expect(try plan(sweep, 6).isWholeSpace && plan(sweep, 9).configurations.count == 6)
        sweep.method = .random
        #expect(sweep.isEndless)
        let three = try plan(sweep, 3)
        #expect(three.configurations.count == 3 && !three.isWholeSpace)
        let all = try plan(sweep, 20)
        #expect(all.configurations.count == 6 && all.isWholeSpace)
        #expect(Array(all.configurations.prefix(3)) == three.configurations)
        sweep.runCap = 2
        #expect(try plan(sweep, 3).configurations.count == 2 && !sweep.isEndless)
    }

    @Test("names of another program's parameters are keys as they are, and a cap counts its grid by sorted names")
    func programs() throws {
        var sweep = sweep([
            ("net.b", .values([.int(1), .int(2)])),
            ("net", .group(SearchSpace([.init(name: "x.y", domain: .constant(.int(3)))]))),
            ("a", .values([.int(1), .int(2)])),
        ])
        sweep.program = SweepProgram(program: "train.py")
        let plan = try plan(sweep)
        #expect(plan.configurations[1].settings == ["net.b": 1, "net": ["x.y": 3], "a": 2])
        #expect(plan.configurations[1]["net.b"] == .int(1) && plan.configurations[1]["net.x.y"] == .int(3))
        #expect(plan.varying.map(\.name) == ["net.b", "a"])
        sweep.runCap = 2
        let capped = try self.plan(sweep).configurations
        #expect(capped.map { $0["a"] } == [.int(1), .int(1)] && capped.map { $0["net.b"] } == [.int(1), .int(2)])
    }

    @Test("random search obeys the condition, draws nothing twice, and says when a space has no more")
    func exhausted() throws {
        var sweep = sweep([("n", .integers(min: 1, max: 6))])
        sweep.method = .random
        sweep.runCap = 10
        sweep.condition = "n % 2 == 0"
        let plan = try plan(sweep)
        #expect(Set(plan.configurations.map { $0["n"] }) == [.int(2), .int(4), .int(6)])
        #expect(plan.configurations.count == 3)
        #expect(plan.notes == ["Random search found 3 of 10 configurations; 1000 draws in a row gave no new one."])
    }

    @Test("an error of the data reaches the caller")
    func dataError() throws {
        let error = SettingError(path: "data", value: .string("x.csv"), rule: "there is no such file")
        #expect(throws: error) {
            try TrialPlan(sweep([])) { (_) throws(SettingError) in throw error }
        }
    }

    @Test("what this version cannot search is said")
    func methods() throws {
        var sweep = sweep([])
        sweep.method = .bayes
        #expect(
            try message(sweep)
                == "'method' is 'bayes'; this version searches by 'grid' and 'random' only; '--method random' searches at "
                + "random.")
    }
}
