import Foundation
import GRDB
import ResultsStore
import Settings
import Sweeps
import Testing

@Suite("Registering sweeps")
struct StoreRegisteringTests {
    @Test("trials come back as they were given, numbered, with one configuration number for all its seeds")
    func records() throws {
        let test = try TestStore()
        let trials = TestStore.trials(2, seeds: [7, 11])
        let records = try test.register(trials)
        #expect(records.map(\.trial) == trials)
        #expect(records.map(\.number) == [1, 2, 3, 4])
        #expect(records.map(\.configurationNumber) == [1, 1, 2, 2])
        #expect(records.allSatisfy { $0.state == .pending && $0.isPlanned && $0.attempts == 0 })
        let sweep = try test.sweepRecord()
        #expect(sweep.objective == Objective())
        #expect(sweep.description == "A test.")
        #expect(sweep.filePath == "sweeps/x.yaml")
        #expect(sweep.createdAt == test.time)
    }

    @Test("what is known of metrics comes back as it was, and what is not is told from their names")
    func metrics() throws {
        let test = try TestStore()
        var sweep = TestStore.sweep()
        _ = try test.register(sweep: sweep)
        #expect(try test.sweepRecord().metrics.isEmpty)
        #expect(try test.sweepRecord().definition(of: "dev_f1").goal == .maximize)
        let mine = MetricDefinition(
            name: "dev_f1", goal: .minimize, unit: .number, set: .dev, frequency: .epoch, dependencies: ["data"])
        sweep.metrics = [mine]
        _ = try test.register(sweep: sweep)
        #expect(try test.sweepRecord().metrics == [mine])
        #expect(try test.sweepRecord().definition(of: "dev_f1") == mine)
        #expect(try test.store.sweeps().map(\.metrics) == [[mine]])
    }

    @Test("what a file calls configurations comes back in its order; a sweep of an older version has no such names")
    func labels() throws {
        let test = try TestStore()
        var sweep = TestStore.sweep()
        _ = try test.register(sweep: sweep)
        #expect(try test.sweepRecord().labels.isEmpty)
        sweep.labels = [
            ConfigurationLabel(condition: "lr < 0.1", text: "slow \"one\""),
            ConfigurationLabel(condition: "lr > 0", text: "学习"),
        ]
        _ = try test.register(sweep: sweep)
        #expect(try test.sweepRecord().labels == sweep.labels)
        sweep.labels = []
        _ = try test.register(sweep: sweep)
        #expect(try test.sweepRecord().labels.isEmpty)
    }

    @Test(
        "labels that nobody can read are damage, and no silent guess", arguments: ["{}", "[1]", "[{\"label\": \"a\"}]"])
    func damagedLabels(json: String) throws {
        let test = try TestStore()
        _ = try test.register()
        let other = try DatabaseQueue(path: test.path)
        try other.write { try $0.execute(sql: "UPDATE sweeps SET labels = ?", arguments: [json]) }
        #expect(throws: StoreError.damaged(path: test.path, reason: "a sweep's 'labels' are no labels")) {
            try test.sweepRecord()
        }
    }

    @Test("definitions of metrics that nobody can read are damage, and no silent guess")
    func damagedMetrics() throws {
        let test = try TestStore()
        _ = try test.register()
        let other = try DatabaseQueue(path: test.path)
        try other.write { try $0.execute(sql: #"UPDATE sweeps SET metrics = '[{"name": "x", "unit": "furlong"}]'"#) }
        #expect(throws: StoreError.damaged(path: test.path, reason: "a sweep's 'metrics' define no metrics")) {
            try test.sweepRecord()
        }
    }

    @Test("every kind of setting comes back as it was")
    func settings() throws {
        let test = try TestStore()
        let configuration = Configuration([
            "a": .bool(true), "b": .null, "c": .list([.int(64), .double(0.1)]), "d": .string("\"\n🙂\u{1}"),
            "e": .mapping(["name": .string("step"), "gamma": .double(1e-300)]), "f": .int(.max), "g": .string("1"),
        ])
        let trial = Trial(configuration: configuration, seed: -3, data: "d")
        #expect(try test.register([trial])[0].trial == trial)
    }

    @Test("registering the same again changes nothing")
    func again() throws {
        let test = try TestStore()
        let first = try test.register(TestStore.trials(3, seeds: [1, 2]))
        #expect(try test.register(TestStore.trials(3, seeds: [1, 2])) == first)
    }

    @Test("an edited file adds what is new, and what it drops is no longer planned but keeps its values")
    func edited() throws {
        let test = try TestStore()
        let before = try test.register(TestStore.trials(2))
        try test.store.apply([
            test.started(before[0].id), .journal(before[0].id, attempt: 1, lines: [line(1, 9, end: 5)], offset: 5),
        ])
        let after = try test.register(Array(TestStore.trials(3).dropFirst()))
        #expect(after.map(\.number) == [2, 3])
        let all = try test.store.trials(of: test.sweepRecord().id)
        #expect(all.map(\.isPlanned) == [false, true, true])
        #expect(try test.summary(of: before[0].id, "loss")?.count == 1)
        #expect(try test.register(TestStore.trials(1))[0].isPlanned)
    }

    @Test("a trial given twice is stored once")
    func duplicates() throws {
        let test = try TestStore()
        let records = try test.register(TestStore.trials(1) + TestStore.trials(1))
        #expect(records.map(\.number) == [1, 1])
    }

    @Test("equal hyperparameters on other data are another configuration")
    func otherData() throws {
        let test = try TestStore()
        let records = try test.register(TestStore.trials(1) + TestStore.trials(1, data: "e"))
        #expect(records.map(\.configurationNumber) == [1, 2])
    }

    @Test("two sweeps may share a trial, and removing one leaves the other whole")
    func removal() throws {
        let test = try TestStore()
        let one = try test.register(sweep: TestStore.sweep("one"))[0]
        let other = try test.register(sweep: TestStore.sweep("other"))[0]
        #expect(one.trial == other.trial)
        for record in [one, other] {
            try test.store.apply([
                test.started(record.id), .journal(record.id, attempt: 1, lines: [line(1, 9, end: 5)], offset: 5),
            ])
        }
        try test.store.remove(test.sweepRecord("one").id)
        #expect(try test.store.sweeps().map(\.name) == ["other"])
        #expect(try test.store.series(of: test.sweepRecord("other").id, metrics: ["loss"]).count == 1)
        #expect(try test.store.readOnlyQuery("SELECT count(*) FROM measurement_points").rows == [[.int(1)]])
        #expect(try test.store.readOnlyQuery("SELECT count(*) FROM parameters").rows == [[.int(2)]])
    }

    @Test("a trial is found by the beginning of its name")
    func prefixes() throws {
        let test = try TestStore()
        let records = try test.register(TestStore.trials(5))
        let found = try test.store.trials(withPrefix: String(records[2].shortName.prefix(6)).uppercased())
        #expect(found.map(\.trial.id) == [records[2].id])
        #expect(found.map(\.sweep.name) == ["digits"])
        #expect(try test.store.trials(withPrefix: "").count == 5)
        #expect(try test.store.trials(withPrefix: "%").isEmpty)
    }
}
