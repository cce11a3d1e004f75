import Foundation
import Settings
import Sweeps
import Testing

@testable import SweepFiles

@Suite("Parameters in W&B's forms")
struct ParameterFormTests {
    private func domain(_ form: String) throws -> ParameterDomain? {
        try SweepFile(text: "parameters:\n  x: \(form)", path: "a.yaml").sweep.searchSpaces[0].parameters[0].domain
    }

    @Test(
        "each form is what W&B says it is",
        arguments: [
            ("{value: 3}", ParameterDomain.constant(.int(3))),
            ("{value: [1, 2]}", .constant(.list([.int(1), .int(2)]))),
            ("{value: null}", .constant(.null)), ("adam", .constant(.string("adam"))),
            ("{values: [1, a]}", .values([.int(1), .string("a")])),
            ("[[], [8]]", .values([.list([]), .list([.int(8)])])),
            ("{values: [1], distribution: categorical}", .values([.int(1)])),
            (
                "{values: [1, 2], probabilities: [0.25, 0.75]}",
                .weightedValues([.int(1), .int(2)], probabilities: [0.25, 0.75])
            ),
            (
                "{values: [1, 2], probabilities: [1, 0], distribution: categorical_w_probabilities}",
                .weightedValues([.int(1), .int(2)], probabilities: [1, 0])
            ),
            ("{distribution: constant, value: 3}", .constant(.int(3))),
            ("{min: 1, max: 10}", .integers(min: 1, max: 10)),
            ("{min: 1, max: 10, distribution: int_uniform}", .integers(min: 1, max: 10)),
            ("{min: 1.0, max: 10}", .continuous(.uniform(min: 1, max: 10), quantum: nil)),
            ("{min: 1, max: 1e1}", .continuous(.uniform(min: 1, max: 10), quantum: nil)),
            ("{min: 1, max: 10, distribution: uniform}", .continuous(.uniform(min: 1, max: 10), quantum: nil)),
            ("{min: 0, max: 10, distribution: q_uniform}", .continuous(.uniform(min: 0, max: 10), quantum: 1)),
            (
                "{min: 0, max: 1, q: 0.25, distribution: q_uniform}",
                .continuous(.uniform(min: 0, max: 1), quantum: 0.25)
            ),
            (
                "{min: 0, max: 2, distribution: log_uniform}",
                .continuous(.logUniform(min: 1, max: exp(2)), quantum: nil)
            ),
            (
                "{min: 0, max: 2, q: 2, distribution: q_log_uniform}",
                .continuous(.logUniform(min: 1, max: exp(2)), quantum: 2)
            ),
            (
                "{min: 0, max: 2, distribution: inv_log_uniform}",
                .continuous(.inverseLogUniform(min: exp(-2), max: 1), quantum: nil)
            ),
            (
                "{min: 1e-4, max: 1, distribution: log_uniform_values}",
                .continuous(.logUniform(min: 1e-4, max: 1), quantum: nil)
            ),
            (
                "{min: 1, max: 100, distribution: q_log_uniform_values}",
                .continuous(.logUniform(min: 1, max: 100), quantum: 1)
            ),
            (
                "{min: 1, max: 100, distribution: inv_log_uniform_values}",
                .continuous(.inverseLogUniform(min: 1, max: 100), quantum: nil)
            ),
            ("{distribution: normal}", .continuous(.normal(mean: 0, deviation: 1), quantum: nil)),
            ("{distribution: normal, mu: 2, sigma: 0}", .continuous(.normal(mean: 2, deviation: 0), quantum: nil)),
            ("{distribution: q_normal, mu: 2, q: 4}", .continuous(.normal(mean: 2, deviation: 1), quantum: 4)),
            ("{distribution: log_normal, sigma: 3}", .continuous(.logNormal(mean: 0, deviation: 3), quantum: nil)),
            ("{distribution: q_log_normal}", .continuous(.logNormal(mean: 0, deviation: 1), quantum: 1)),
            ("{distribution: beta, a: 2, b: 5}", .continuous(.beta(a: 2, b: 5), quantum: nil)),
            ("{distribution: q_beta, q: 0.1}", .continuous(.beta(a: 1, b: 1), quantum: 0.1)),
            (
                "{parameters: {y: {parameters: {z: [1, 2]}}}}",
                .group(
                    SearchSpace([
                        .init(
                            name: "y",
                            domain: .group(SearchSpace([.init(name: "z", domain: .values([.int(1), .int(2)]))])))
                    ]))
            ),
            (
                "{choices: {a: {}, b: }}",
                .choices([
                    .init(name: "a", subspace: SearchSpace()), .init(name: "b", subspace: SearchSpace()),
                ])
            ),
        ])
    func forms(form: String, domain: ParameterDomain) throws {
        #expect(try self.domain(form) == domain)
    }

    @Test(
        "each mistake in a form is named with its place",
        arguments: [
            ("", "2:3: 'x': it has no values; for the value null itself write {value: null}."),
            ("{}", "2:3: 'x': it has no values; write a list of them."),
            ("{valeus: [1]}", "2:7: 'x.valeus': no such key of a parameter; did you mean 'values'?"),
            (
                "{name: adam}",
                "2:7: 'x.name': no such key of a parameter; there are: a, b, choices, distribution, max, min, mu, "
                    + "parameters, probabilities, q, sigma, step, value, values; to try mappings as values, write a list of "
                    + "them: [{…}]."
            ),
            ("{values: 1}", "2:15: 'x.values' is 1; it must be a list of values."),
            ("{values: []}", "2:15: 'x.values' is []; there must be at least one value."),
            ("{value: 1, values: [1]}", "2:17: 'x.values': it does not belong to a parameter with one value."),
            ("{values: [1], min: 1}", "2:20: 'x.min': it does not belong to a parameter with values."),
            (
                "{values: [1], probabilities: [1, 0]}",
                "2:35: 'x.probabilities' is [1, 0]; there must be 1, one for each of 'values'."
            ),
            (
                "{values: [1, 2], probabilities: [0.5, 0.4]}",
                "2:38: 'x.probabilities' is [0.5, 0.4]; they must sum to 1; their sum is 0.9."
            ),
            (
                "{values: [1], probabilities: [-1]}",
                "2:36: 'x.probabilities[0]' is -1; it must be a number of at least 0."
            ),
            (
                "{probabilities: [1]}",
                "2:3: 'x': it needs 'value', 'values', 'min' and 'max', 'parameters' or 'choices'."
            ),
            ("{min: 1}", "2:3: 'x': a parameter between bounds needs 'max'."),
            ("{min: 3, max: 3}", "2:20: 'x.max' is 3; it must be above 'min', 3."),
            ("{min: 3.5, max: 1}", "2:22: 'x.max' is 1; it must be above 'min', 3.5."),
            ("{min: a, max: 1}", "2:12: 'x.min' is 'a'; it must be a number."),
            ("{min: 1, max: 2, q: 1}", "2:23: 'x.q': it does not belong to a parameter between bounds."),
            (
                "{min: 1.5, max: 2, distribution: int_uniform}",
                "2:12: 'x.min' is 1.5; it must be a whole number."
            ),
            (
                "{min: 0, max: 2, distribution: log_uniform_values}",
                "2:12: 'x.min' is 0; it must be a number above 0."
            ),
            (
                "{min: 0, max: 800, distribution: log_uniform}",
                "2:20: 'x.max' is 800; it must be between -700 and 700."
            ),
            (
                "{distribution: unifrom}",
                "2:21: 'x.distribution' is 'unifrom'; no such distribution; did you mean 'uniform'?"
            ),
            (
                "{distribution: normal, min: 1}",
                "2:29: 'x.min': it does not belong to distribution normal."
            ),
            ("{distribution: normal, sigma: -1}", "2:36: 'x.sigma' is -1; it must be a number of at least 0."),
            ("{distribution: beta, a: 0}", "2:30: 'x.a' is 0; it must be a number above 0."),
            ("{distribution: q_beta, q: 0}", "2:32: 'x.q' is 0; it must be a number above 0."),
            (
                "{mu: 1}",
                "2:3: 'x': it needs a distribution; there are: constant, categorical, categorical_w_probabilities, "
                    + "int_uniform, uniform, q_uniform, log_uniform, q_log_uniform, inv_log_uniform, log_uniform_values, "
                    + "q_log_uniform_values, inv_log_uniform_values, normal, q_normal, log_normal, q_log_normal, beta, "
                    + "q_beta."
            ),
            (
                "{choices: [a, b]}",
                "2:16: 'x.choices' is [a, b]; it must be a mapping of choices, each with its own "
                    + "parameters."
            ),
            ("{choices: {}}", "2:16: 'x.choices' is {}; there must be at least one choice."),
            ("{choices: {a: 1}}", "2:20: 'x.choices.a' is 1; it must be a mapping of parameters."),
            ("{choices: {a: {}}, values: [1]}", "2:25: 'x.values': it does not belong to a parameter with choices."),
            ("{parameters: 1}", "2:19: 'x.parameters' is 1; it must be a mapping of parameters."),
            (
                "{parameters: {1y: 2}}",
                "2:20: 'x.1y': a name has letters, digits, '_' and '-', begins with no digit, and may have dots between "
                    + "its parts."
            ),
        ])
    func mistakes(form: String, message: String) throws {
        let error = try #require(throws: SweepFileError.self) { try domain(form) }
        #expect(error.description == "a.yaml:\(message)")
    }

    @Test("the labels of a W&B file are accepted, and noted where they change nothing")
    func labels() throws {
        let file = try SweepFile(
            text: """
                method: random
                run_cap: 5
                kind: sweep
                apiVersion: v1
                project: p
                entity: e
                controller: {type: local}
                scheduler: {engine: wandb}
                settings: {}
                metric: {name: dev_loss, impute: worst}
                parameters:
                  lr: {min: 1e-5, max: 1e-1, distribution: log_uniform_values}
                """, path: "a.yaml")
        #expect(file.sweep.objective == Objective(metric: "dev_loss", goal: .minimize))
        #expect(
            file.notes.map { "\($0.position?.description ?? ""): \($0.text)" } == [
                "5:1: 'project' is ignored: there is no account here.",
                "6:1: 'entity' is ignored: there is no account here.",
                "7:1: 'controller' is ignored: the sweep is always run by this program.",
                "8:1: 'scheduler' is ignored: this program searches itself.",
                "9:1: 'settings' is ignored: it is for W&B's agents.",
                "10:26: 'metric.impute' is ignored: it is for the method bayes only.",
            ])
    }
}
