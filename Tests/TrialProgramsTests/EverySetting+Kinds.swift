extension EverySetting {
    static let optimizers: [Case] =
        cases(of: "optimizer", ["adam"], same: true)
        + cases(
            of: "optimizer",
            [
                "sgd", "momentum", "adamw", "rmsprop", "adagrad", "adadelta", "adamax", "nadam", "radam", "asgd",
                "rprop", "sparse_adam",
            ])
        + cases(of: "optimizer", ["lbfgs"], with: fullBatch)
        + options(of: "optimizer", "sgd", ["momentum: 0.9"])
        + options(of: "optimizer", "sgd", ["dampening: 0.5", "nesterov: true"], given: "momentum: 0.9")
        + options(of: "optimizer", "momentum", ["beta: 0.5"])
        + ["adam", "adamw"].flatMap {
            options(of: "optimizer", $0, ["betas: [0.8, 0.99]", "eps: 0.1", "bias_correction: false"])
                + options(of: "optimizer", $0, ["amsgrad: true"], given: "betas: [0.9, 0.1]")
        }
        + options(
            of: "optimizer", "rmsprop",
            ["alpha: 0.5", "eps: 0.1", "momentum: 0.5", "centered: true", "bias_correction: true"])
        + options(of: "optimizer", "rmsprop", ["eps_inside_sqrt: true"], given: "eps: 0.1")
        + options(of: "optimizer", "adagrad", ["lr_decay: 0.5", "initial_accumulator_value: 1", "eps: 0.1"])
        + options(of: "optimizer", "adadelta", ["rho: 0.5", "eps: 1e-3"])
        + options(of: "optimizer", "adamax", ["betas: [0.8, 0.99]", "eps: 0.1"])
        + options(of: "optimizer", "nadam", ["betas: [0.8, 0.99]", "eps: 0.1", "momentum_decay: 0.1"])
        + options(of: "optimizer", "radam", ["betas: [0.8, 0.99]", "eps: 0.1"])
        + ["nadam", "radam"].flatMap {
            options(of: "optimizer", $0, ["decoupled_weight_decay: true"], with: ["weight_decay": "0.5"])
        }
        + options(of: "optimizer", "asgd", ["lambd: 0.5"])
        + options(of: "optimizer", "asgd", ["alpha: 0.1"], given: "lambd: 0.5")
        // The averaged weights are kept beside those that are trained.
        + options(of: "optimizer", "asgd", ["t0: 2"], same: true)
        + options(of: "optimizer", "rprop", ["etas: [0.1, 1.5]", "step_sizes: [1e-6, 0.011]"])
        + options(of: "optimizer", "sparse_adam", ["betas: [0.8, 0.99]", "eps: 0.1"])
        + options(
            of: "optimizer", "lbfgs",
            [
                "max_iter: 2", "max_eval: 2", "tolerance_grad: 0.1", "tolerance_change: 0.1", "history_size: 1",
                "line_search_fn: strong_wolfe",
            ], with: fullBatch)
        + options(of: "optimizer", "lbfgs", ["line_search_fn: null"], with: fullBatch, same: true)

    private static let fullBatch = ["batch_size": "full", "lr": "0.1"]

    static let schedules: [Case] =
        cases(of: "decay", ["constant", "{name: constant, per: step}"], same: true)
        + cases(
            of: "decay",
            [
                "{name: hyperbola, rate: 0.5}", "{name: exponential, gamma: 0.5}", "inverse_sqrt",
                "{name: step, step_size: 1}", "{name: multistep, milestones: [1, 3]}",
                "{name: piecewise, epochs: [1, 2], lrs: [0.1, 0.01]}",
                "{name: piecewise, epochs: [2], lrs: [0.1, 0.01]}", "cosine", "{name: cosine_warm_restarts, t_0: 2}",
                "linear", "polynomial", "one_cycle", "{name: plateau, patience: 0, threshold: 0.9}",
                "{name: formula, formula: lr * 0.9 ^ epoch}",
                "{name: formula, formula: 'max(lr / (1 + step), 0.1 * lr)'}",
                "{name: formula, formula: 'lr * cos(pi * epoch / epochs / 2)'}",
                "{name: formula, formula: 'lr * (epoch < 2) + min(lr, exp(-9) * sqrt(step / steps))'}",
                "{name: sequence, parts: [{for: 2, decay: {name: linear, total_iters: 2}}, {decay: cosine}]}",
            ], with: fourEpochs)
        + options(of: "decay", "inverse_sqrt", ["k: 0.5"], with: fourEpochs)
        + options(of: "decay", "step", ["gamma: 0.5"], given: "step_size: 1", with: fourEpochs)
        + options(of: "decay", "multistep", ["gamma: 0.5"], given: "milestones: [1, 3]", with: fourEpochs)
        + options(of: "decay", "cosine", ["t_max: 2", "eta_min: 5e-4"], with: fourEpochs)
        + options(
            of: "decay", "cosine_warm_restarts", ["t_mult: 3", "eta_min: 5e-4"], given: "t_0: 2", with: fourEpochs)
        + options(
            of: "decay", "linear", ["start_factor: 0.5", "end_factor: 0.1", "total_iters: 2"], with: fourEpochs)
        + options(of: "decay", "polynomial", ["total_iters: 3", "power: 2"], with: fourEpochs)
        + options(
            of: "decay", "one_cycle", ["max_lr: 0.1", "pct_start: 0.7", "div_factor: 5", "final_div_factor: 2"],
            with: fourEpochs)
        + options(
            of: "decay", "one_cycle", ["anneal_strategy: linear", "three_phase: true"], given: "per: step",
            with: fourEpochs)
        // With `mode: max` a loss that falls counts as bad at each evaluation.
        + options(
            of: "decay", "plateau", ["factor: 0.5", "cooldown: 2", "min_lr: 5e-4", "eps: 1"],
            given: "patience: 0, mode: max", with: fourEpochs)
        + options(
            of: "decay", "plateau", ["metric: train_accuracy"], given: "patience: 0, mode: max",
            with: ["epochs": "4", "lr": "0.1"])
        + options(
            of: "decay", "plateau", ["threshold: 9, threshold_mode: abs"], given: "patience: 0", with: fourEpochs)
        + ["hyperbola, rate: 0.5", "exponential, gamma: 0.5", "step, step_size: 2", "multistep, milestones: [3]"]
        .flatMap { cases(of: "decay", ["{name: \($0), per: step}"], beside: "{name: \($0)}", with: fourEpochs) }
        + [
            "inverse_sqrt", "cosine", "cosine_warm_restarts, t_0: 2", "linear", "polynomial", "one_cycle",
            "piecewise, epochs: [3], lrs: [0.1, 0.01]", "formula, formula: lr * 0.9 ^ step",
            "sequence, parts: [{for: 2, decay: constant}, {decay: linear}]",
        ].flatMap { cases(of: "decay", ["{name: \($0), per: step}"], beside: "{name: \($0)}", with: fourEpochs) }

    private static let fourEpochs = ["epochs": "4"]

    /// A kind with each of some options, beside the kind without it.
    ///
    /// - Parameter given: options that both have.
    private static func options(
        of key: String, _ name: String, _ options: [String], given: String? = nil, with others: [String: String] = [:],
        same: Bool = false
    ) -> [Case] {
        let start = "name: \(name)" + (given.map { ", \($0)" } ?? "")
        return cases(
            of: key, options.map { "{\(start), \($0)}" }, beside: "{\(start)}", with: others, same: same)
    }
}
