/// The settings of the training core with all their values, as a person writes them in a sweep file.
enum EverySetting {
    struct Case: Sendable {
        let key: String
        /// In YAML.
        var value: String
        /// Settings that the value needs beside it, in YAML.
        var others: [String: String] = [:]
        /// The value that it is compared with; nil: none is written.
        var plain: String?
        /// Whether it trains otherwise than `plain`.
        var trainsOtherwise = true
    }

    /// What each case is set into: three classes of points.
    static let base = [
        "data": "{source: blobs, examples: 45}", "hidden": "[4]", "epochs": "2", "batch_size": "8",
    ]

    private static let pictures = "{source: shapes, examples: 30, size: [6, 6]}"

    static let all: [Case] = data + network + losses + passes + optimizers + schedules + optimization

    /// Those that are defaults.
    static let standard = all.filter { example in
        !example.trainsOtherwise && example.plain == nil && base[example.key] == nil
            && !["2", "[{match: '*'}]"].contains(example.value) && !example.value.hasPrefix("{")
    }

    private static let data: [Case] =
        cases(of: "data", ["moons", "spirals", "{source: blobs, examples: 45, classes: 4}", "numbers.csv", pictures])
        + cases(
            of: "data",
            [
                "dev_fraction: 0.4", "test_fraction: 0.2", "standardize: false", "stratify: false", "split_seed: 7",
                "limit: 9",
            ]
            .map { "{source: blobs, examples: 45, \($0)}" })
        + cases(of: "data", ["{source: numbers.csv, task: regression}"], beside: "numbers.csv", same: true)
        + cases(of: "data", ["{source: two.csv, target: x, task: regression}"])

    private static let network: [Case] =
        cases(of: "hidden", ["[]", "[3]", "[4, 3, 2]"])
        + cases(of: "activation", ["relu"], same: true)
        + cases(of: "activation", ["leaky_relu", "elu", "gelu", "silu", "sigmoid", "tanh", "softplus"])
        + cases(of: "batch_norm", ["true"]) + cases(of: "batch_norm", ["false"], same: true)
        + cases(of: "dropout", ["0.5", "1e-1"]) + cases(of: "dropout", ["0"], same: true)
        + cases(of: "init", ["xavier", "start.safetensors"]) + cases(of: "init", ["he"], same: true)

    private static let losses: [Case] =
        cases(of: "loss", ["cross_entropy"], same: true)
        + cases(of: "loss", ["bce_with_logits"], with: ["data": "two.csv"], same: true)
        + cases(of: "loss", ["cross_entropy"], with: ["data": "two.csv"])
        + cases(of: "loss", ["mse"], with: ["data": "numbers.csv"], same: true)
        + cases(of: "loss", ["l1", "smooth_l1", "huber"], with: ["data": "numbers.csv"])
        + cases(of: "loss", ["{name: smooth_l1, beta: 0.1}"], beside: "smooth_l1", with: ["data": "numbers.csv"])
        + cases(of: "loss", ["{name: huber, delta: 0.1}"], beside: "huber", with: ["data": "numbers.csv"])
        + cases(of: "label_smoothing", ["0.1"])
        + cases(of: "label_smoothing", ["0.1"], with: ["data": "two.csv"])
        + cases(of: "label_smoothing", ["0"], same: true)

    private static let passes: [Case] =
        cases(of: "epochs", ["1", "3"])
        + cases(of: "batch_size", ["1", "7", "1000", "full"]) + cases(of: "batch_size", ["8"], same: true)
        + cases(of: "shuffle", ["once", "never"]) + cases(of: "shuffle", ["each_epoch"], same: true)
        + cases(of: "precision", ["bfloat16", "float16"]) + cases(of: "precision", ["float32"], same: true)
        + cases(of: "augment", ["[{noise: 0.1}]", "[{noise: 0.1}, {noise: 1}]"])
        + cases(of: "augment", ["[]"], same: true)
        + cases(
            of: "augment",
            [
                "[{flip: horizontal}]", "[{flip: vertical}]", "[{shift: 2}]", "[{rotate: 20}]",
                "[{flip: horizontal}, {shift: 1}, {rotate: 5}, {noise: 0.1}]",
            ], with: ["data": pictures])
        + cases(of: "evaluate_every", ["2"]) + cases(of: "evaluate_every", ["1"], same: true)
        // How often a training is kept is no part of what it measures.
        + cases(of: "checkpoint_every", ["1", "2"], same: true)
        + cases(
            of: "early_stopping",
            [
                "{patience: 1, min_delta: 9}", "{patience: 1, min_delta: 9, metric: train_loss}",
                "{patience: 1, min_delta: 9, metric: dev_accuracy}", "{patience: 1, min_delta: 9, restore_best: false}",
            ], with: ["epochs": "3"])
        + cases(of: "early_stopping", ["{}"], same: true)

    private static let optimization: [Case] =
        cases(of: "lr", ["0.1", "1e-5"]) + cases(of: "lr", ["1e-3"], same: true)
        + cases(of: "weight_decay", ["0.1"]) + cases(of: "weight_decay", ["0"], same: true)
        + cases(of: "weight_decay", ["0"], with: ["optimizer": "adamw"])
        + cases(of: "weight_decay", ["0.01"], with: ["optimizer": "adamw"], same: true)
        + cases(of: "l1", ["0.01"]) + cases(of: "l1", ["0"], same: true)
        + cases(of: "clip_norm", ["0.01"], with: ["optimizer": "sgd"])
        + cases(of: "clip_value", ["0.001"], with: ["optimizer": "sgd"])
        + cases(
            of: "param_groups",
            [
                "[{match: 'layers.0.*', lr_scale: 0.1}]", "[{match: '*.weight', weight_decay: 0.5}]",
                "[{match: '*.bias', decay: {name: exponential, gamma: 0.1}}]",
                "[{match: 'layers.?.bias', frozen: true}]",
                "[{match: 'layers.1.*', frozen: true}, {match: '*.weight', lr_scale: 10}]",
            ])
        + cases(of: "param_groups", ["[]", "[{match: '*'}]"], same: true)

    /// - Parameter plain: the value that each is compared with; nil: none is written.
    /// - Parameter same: whether each trains as `plain` does.
    static func cases(
        of key: String, _ values: [String], beside plain: String? = nil, with others: [String: String] = [:],
        same: Bool = false
    ) -> [Case] {
        values.map { Case(key: key, value: $0, others: others, plain: plain, trainsOtherwise: !same) }
    }
}
