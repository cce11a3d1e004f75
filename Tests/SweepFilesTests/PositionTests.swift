import Settings
import Testing

@testable import SweepFiles

@Suite("Places of settings")
struct PositionTests {
    private static let text = """
        train:
          data: {source: a.csv, limit: 5}
          optimizer.eps: 1e-7
          hidden: [64, 32]
          lr: 0.5
        parameters:
          batch_size: [16, 0, full]
          optimizer:
            choices:
              sgd: {lr: [1.0, -1]}
              adam: {optimizer.betas: [[0.9, 1.5], [0.9, 0.99]]}
          decay: [constant, {name: step, gamma: 2}]
          noise: {min: 0.0, max: 1.0}
          loss: {parameters: {name: {value: hinge}}}
        where: lr < 1
        metric: {name: dev_los}
        seeds: [4, 5]
        """

    private static let written: [(path: String, value: SettingValue?, place: String?)] = [
        ("batch_size", SettingValue?.some(.int(0)), "7:20"), ("batch_size", .string("full"), "7:23"),
        ("batch_size", nil, "7:3"), ("lr", .int(-1), "10:23"), ("lr", .double(0.5), "5:7"),
        ("optimizer", .string("adam"), "11:7"), ("optimizer.name", .string("sgd"), "10:7"),
        ("optimizer.betas[1]", .double(1.5), "11:38"), ("optimizer.betas[1]", .double(0.99), "11:50"),
        ("optimizer.betas", nil, "11:14"), ("optimizer.eps", .double(1e-7), "3:18"),
        ("hidden[1]", .int(32), "4:16"), ("data.limit", .int(5), "2:32"), ("data.limit", nil, "2:25"),
        ("decay.gamma", .int(2), "12:41"), ("decay.gamma", nil, "12:34"), ("decay", .string("constant"), "12:11"),
        ("noise", .double(0.25), "13:10"), ("noise", nil, "13:3"), ("loss.name", .string("hinge"), "14:37"),
        ("loss", .string("hinge"), "14:37"),
        // What is missing belongs to the nearest setting there is.
        ("data.target", nil, "2:3"), ("decay.period", nil, "12:3"), ("epochs", nil, "1:1"),
        ("optimizer.betas[7]", nil, "11:14"),
        ("where", .string("lr < 1"), "15:8"), ("parameters", nil, "6:1"),
        ("metric.name", .string("dev_los"), "16:16"), ("metric.goal", .string("maximize"), "16:1"),
        ("seeds[1]", .int(5), "17:12"), ("run_cap", .int(3), nil),
    ]

    @Test("the place of a setting is where its value is written", arguments: written)
    func places(path: String, value: SettingValue?, place: String?) throws {
        let file = try SweepFile(text: Self.text, path: "sweeps/a.yaml")
        #expect(file.position(ofSetting: path, value: value)?.description == place)
    }

    @Test("a mistake found in training is told with its place")
    func laterMistakes() throws {
        let file = try SweepFile(text: Self.text, path: "sweeps/a.yaml")
        let error = file.error(
            SettingError(path: "optimizer.betas[1]", value: .double(1.5), rule: "it must be in 0..<1"))
        #expect(error.description == "sweeps/a.yaml:11:38: 'optimizer.betas[1]' is 1.5; it must be in 0..<1.")
        let unknown = file.error(.unknownName("noise", known: ["loss", "lr"]))
        #expect(
            unknown.description == "sweeps/a.yaml:13:3: 'noise': no such setting; there are: loss, lr.")
    }

    @Test("a setting that came by an alias or a merge key is where it was written")
    func aliases() throws {
        let file = try SweepFile(
            text: "train: &base {lr: 1}\nparameters:\n  - {<<: {decay: &d [x, y]}}\n  - {loss: *d}\n", path: "a.yaml")
        #expect(file.position(ofSetting: "decay", value: .string("y"))?.description == "3:25")
        #expect(file.position(ofSetting: "loss", value: .string("x"))?.description == "3:22")
        #expect(file.position(ofSetting: "loss")?.description == "4:6")
    }
}
