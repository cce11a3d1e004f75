import Settings

/// Settings that cannot be used, with the words that say so.
enum WrongSettings {
    private static func option(_ name: String, _ more: [String: SettingValue] = [:]) -> SettingValue {
        .mapping(more.merging(["name": .string(name)]) { $1 })
    }

    private static func augmentation(_ name: String, _ amount: SettingValue) -> SettingValue {
        .list([.mapping([name: amount])])
    }

    /// A setting of a training on digits at its dotted path, and what is said about it.
    static let alone: [(String, SettingValue, String)] = [
        ("epochs", .int(0), "'epochs' is 0; it must be a whole number of at least 1."),
        ("epochs", .double(1.5), "'epochs' is 1.5; it must be a whole number of at least 1."),
        (
            "epochs", .int(.max),
            "'epochs' is 9223372036854775807; with 23 steps each that is more than 2147483647 steps, "
                + "the most there may be."
        ),
        ("batch_size", .string("all"), "'batch_size' is 'all'; it must be a whole number of at least 1, or full."),
        ("batch_size", .int(0), "'batch_size' is 0; it must be a whole number of at least 1, or full."),
        ("hidden", .int(64), "'hidden' is 64; it must be a list of widths, such as [64, 32]; [] is a linear model."),
        ("hidden", .list([.int(64), .int(0)]), "'hidden[1]' is 0; it must be a whole number in 1...2147483647."),
        (
            "hidden", .list([.int(1 << 40)]),
            "'hidden[0]' is 1099511627776; it must be a whole number in "
                + "1...2147483647."
        ),
        (
            "hidden", .list([.int(1 << 30), .int(1 << 30)]),
            "'hidden' is [1073741824, 1073741824]; with 64 features the "
                + "network would have more than 536870912 parameters, the most there may be."
        ),
        ("activation", .string("rleu"), "'activation' is 'rleu'; no such choice; did you mean 'relu'?"),
        (
            "activation", .list([.string("relu")]),
            "'activation' is [relu]; it must be a single name: relu, leaky_relu, elu, gelu, silu, sigmoid, tanh, softplus."
        ),
        (
            "early_stopping", .string("dev_loss"),
            "'early_stopping' is 'dev_loss'; it must be a mapping, such as {metric: dev_loss, patience: 10}."
        ),
        ("batch_norm", .string("yes"), "'batch_norm' is 'yes'; it must be true or false."),
        ("batch_norm", .bool(true), "'batch_norm' is true; with 'hidden: []' there is no hidden layer to apply it to."),
        ("dropout", .double(0.5), "'dropout' is 0.5; with 'hidden: []' there is no hidden layer to apply it to."),
        ("dropout", .int(1), "'dropout' is 1; it must be in 0..<1."),
        ("init", .string("kaiming"), "'init' is 'kaiming'; it must be he, xavier or the path of a .safetensors file."),
        ("init", .string("none.safetensors"), "none.safetensors: cannot be read: there is no such file."),
        ("loss", .string("mse"), "'loss' is 'mse'; it predicts numbers, and 'digits' has classes; use cross_entropy."),
        (
            "loss", .string("bce_with_logits"),
            "'loss' is 'bce_with_logits'; it tells 2 classes apart, and 'digits' has "
                + "10; use cross_entropy."
        ),
        ("loss", .string("crossentropy"), "'loss' is 'crossentropy'; no such loss; did you mean 'cross_entropy'?"),
        ("loss", option("cross_entropy", ["delta": .int(1)]), "'loss.delta': no such setting; there are: name."),
        (
            "loss", .mapping(["delta": .int(1)]),
            "'loss.name': it is missing; there are: cross_entropy."
        ),
        ("label_smoothing", .int(1), "'label_smoothing' is 1; it must be in 0..<1."),
        ("optimizer", .string("adamm"), "'optimizer.name' is 'adamm'; no such optimizer; did you mean 'adam'?"),
        (
            "optimizer", option("adam", ["momentum": .double(0.9)]),
            "'optimizer.momentum': no such setting; there are: "
                + "amsgrad, betas, bias_correction, eps, name."
        ),
        (
            "optimizer", option("adam", ["betas": .list([.double(0.9)])]),
            "'optimizer.betas' is [0.9]; it must be a list "
                + "of two numbers."
        ),
        ("lr", .int(0), "'lr' is 0; it must be a number above 0."),
        ("lr", .string("1e-3x"), "'lr' is '1e-3x'; it must be a number above 0."),
        ("decay", .string("cosin"), "'decay.name' is 'cosin'; no such schedule; did you mean 'cosine'?"),
        ("decay", option("hyperbola"), "'decay.rate': it is missing; it must be a number of at least 0."),
        ("weight_decay", .int(-1), "'weight_decay' is -1; it must be a number of at least 0."),
        ("l1", .int(-1), "'l1' is -1; it must be a number of at least 0."),
        ("clip_norm", .int(0), "'clip_norm' is 0; it must be a number above 0."),
        ("clip_value", .int(0), "'clip_value' is 0; it must be a number above 0."),
        ("shuffle", .string("always"), "'shuffle' is 'always'; no such choice; there are: each_epoch, never, once."),
        ("evaluate_every", .int(0), "'evaluate_every' is 0; it must be a whole number of at least 1."),
        ("checkpoint_every", .int(0), "'checkpoint_every' is 0; it must be a whole number of at least 1."),
        ("precision", .string("float8"), "'precision' is 'float8'; no such choice; did you mean 'float16'?"),
        (
            "augment", .string("noise"),
            "'augment' is 'noise'; it must be a list of mappings, such as [{flip: horizontal}]."
        ),
        (
            "augment", .list([.string("noise")]),
            "'augment[0]' is 'noise'; it must be a mapping of one name to its amount."
        ),
        ("augment", augmentation("noise", .int(0)), "'augment[0].noise' is 0; it must be a number above 0."),
        ("augment", augmentation("nose", .int(1)), "'augment[0].nose': no such augmentation; did you mean 'noise'?"),
        (
            "early_stopping", .mapping(["patience": .int(0)]),
            "'early_stopping.patience' is 0; it must be a whole number "
                + "of at least 1."
        ),
        (
            "early_stopping", .mapping(["metric": .string("test_loss")]),
            "'early_stopping.metric' is 'test_loss'; no such metric of whole sets; did you mean 'dev_loss'?"
        ),
        ("param_groups", .int(1), "'param_groups' is 1; it must be a list of mappings with a 'match' each."),
        ("param_groups", .list([.int(1)]), "'param_groups[0]' is 1; it must be a mapping with a 'match'."),
        (
            "param_groups", .list([.mapping(["frozen": .bool(true)])]),
            "'param_groups[0].match': it is missing: a pattern "
                + "for names such as layers.0.weight."
        ),
        (
            "param_groups", .list([.mapping(["match": .string("layer.*")])]),
            "'param_groups[0].match' is 'layer.*'; it "
                + "matches no parameter; there are: layers.0.weight, layers.0.bias."
        ),
        ("epoch", .int(3), "'epoch': no such setting; did you mean 'epochs'?"),
        (
            "momentum", .double(0.9),
            "'momentum': no such setting; there are: activation, augment, batch_norm, batch_size, "
                + "checkpoint_every, clip_norm, clip_value, data, decay, dropout, early_stopping, epochs, evaluate_every, "
                + "hidden, init, l1, label_smoothing, loss, lr, optimizer, param_groups, precision, shuffle, weight_decay."
        ),
        (
            "betas", .list([.double(0.9), .double(0.99)]),
            "'betas' is [0.9, 0.99]; it is an option of the optimizer; "
                + "write 'optimizer.betas'."
        ),
        ("per", .string("step"), "'per' is 'step'; it is an option of the decay; write 'decay.per'."),
        ("data", .string("digit"), "'data' is 'digit'; no such data set; did you mean 'digits'?"),
        (
            "data.dev_fraction", .int(0),
            "'metric.name' is 'dev_accuracy'; 'data.dev_fraction' is 0, so there is no dev "
                + "set; set examples aside, or choose by: train_loss, train_accuracy, train_cross_entropy, "
                + "train_balanced_accuracy, train_f1."
        ),
    ]

    /// Several settings that do not go together, and what is said about them.
    static let together: [([String: SettingValue], String)] = [
        (
            ["data": "spirals", "augment": [["shift": 2]]],
            "'augment[0].shift' is 2; the examples are no pictures; the only augmentation for others is noise."
        ),
        (
            ["optimizer": .string("lbfgs")],
            "'batch_size': it is missing; the optimizer 'lbfgs' takes all examples in each step; write full."
        ),
        (
            ["optimizer": "lbfgs", "batch_size": 64],
            "'batch_size' is 64; the optimizer 'lbfgs' takes all examples in each step; write full."
        ),
        (
            ["decay": ["name": "formula", "formula": "lr * (1 - epoch)"], "epochs": 3],
            "'decay': the formula 'lr * (1 - epoch)' gives -0.001 at epoch 2, step 46; a learning rate must be a number "
                + "of at least 0."
        ),
        (
            ["param_groups": group(["decay": ["name": "formula", "formula": "0 - lr"]])],
            "'param_groups[0].decay': the formula '0 - lr' gives -0.001 at epoch 0, step 0; a learning rate must be a "
                + "number of at least 0."
        ),
        (
            ["optimizer": .string("lbfgs"), "batch_size": .string("full"), "clip_norm": .int(1)],
            "'clip_norm' is 1; the optimizer 'lbfgs' follows the loss itself, so its gradient cannot be clipped."
        ),
        (
            ["optimizer": .string("lbfgs"), "batch_size": .int(5000), "param_groups": group(["lr_scale": .int(2)])],
            "'param_groups[0].match' is '*'; the optimizer 'lbfgs' has one learning rate and no weight decay; a group "
                + "can only be frozen."
        ),
        (
            ["optimizer": .string("lbfgs"), "batch_size": .string("full"), "clip_value": .double(0.5)],
            "'clip_value' is 0.5; the optimizer 'lbfgs' follows the loss itself, so its gradient cannot be clipped."
        ),
        (
            ["optimizer": .string("lbfgs"), "batch_size": .string("full"), "precision": .string("float16")],
            "'precision' is 'float16'; the optimizer 'lbfgs' follows the loss itself, which cannot be scaled; use "
                + "bfloat16 or float32."
        ),
        (
            ["optimizer": .string("lbfgs"), "batch_size": .string("full"), "weight_decay": .double(0.1)],
            "'weight_decay' is 0.1; 'lbfgs' has no weight decay; it must be 0."
        ),
        (
            ["optimizer": .string("rprop"), "weight_decay": .double(0.1)],
            "'weight_decay' is 0.1; 'rprop' has no weight decay; it must be 0."
        ),
        (
            ["optimizer": .string("sgd"), "momentum": .double(0.9)],
            "'momentum' is 0.9; it is an option of the optimizer; write 'optimizer.momentum'."
        ),
        (
            ["decay": option("plateau", ["metric": .string("dev_los")])],
            "'decay.metric' is 'dev_los'; no such metric; did you mean 'dev_loss'?"
        ),
        (
            ["param_groups": group(["decay": option("plateau", ["metric": .string("lr")])])],
            "'param_groups[0].decay.metric' is 'lr'; it must be a metric of whole sets; there are: "
                + "\(metricsOfClasses)."
        ),
        (
            ["param_groups": group(["decay": .string("step")])],
            "'param_groups[0].decay.step_size': it is missing; it must be a whole number of at least 1."
        ),
        (
            ["param_groups": group(["frozn": .bool(true)])],
            "'param_groups[0].frozn': no such setting; did you mean 'frozen'?"
        ),
    ]

    /// Augmentations of pictures of 6 by 6 pixels.
    static let withPictures: [(SettingValue, String)] = [
        (
            ["flip": "sideways"],
            "'augment[1].flip' is 'sideways'; no such choice; there are: horizontal, vertical."
        ),
        (["shift": 6], "'augment[1].shift' is 6; it must be a whole number of pixels in 1..<6, the picture's side."),
        (
            ["shift": 0.5],
            "'augment[1].shift' is 0.5; it must be a whole number of pixels in 1..<6, the picture's side."
        ),
        (["rotate": 0], "'augment[1].rotate' is 0; it must be above 0 degrees and at most 180."),
        (["rotate": 200], "'augment[1].rotate' is 200; it must be between 0 and 180."),
        (["crop": 2], "'augment[1].crop': no such augmentation; there are: flip, noise, rotate, shift."),
        (
            ["flip": "vertical", "noise": 0.1],
            "'augment[1]' is {flip: vertical, noise: 0.1}; it must be a mapping of one name to its amount."
        ),
    ]

    private static func group(_ entries: [String: SettingValue]) -> SettingValue {
        .list([.mapping(entries.merging(["match": .string("*")]) { $1 })])
    }

    /// What trials on ten classes can be judged by.
    static let metricsOfClasses = ["train", "dev"].flatMap { part in
        ["loss", "accuracy", "cross_entropy", "balanced_accuracy", "f1"].map { "\(part)_\($0)" }
    }.joined(separator: ", ")
    /// The same for numbers to predict.
    static let metricsOfNumbers = "train_loss, train_rmse, train_mae, train_r2, dev_loss, dev_rmse, dev_mae, dev_r2"

    /// The same of a training on numbers to predict.
    static let withNumbers: [(String, SettingValue, String)] = [
        (
            "loss", .string("cross_entropy"),
            "'loss' is 'cross_entropy'; it needs classes, and 'n.csv' has numbers to "
                + "predict; use mse, l1, smooth_l1 or huber."
        ),
        (
            "loss", .string("bce_with_logits"),
            "'loss' is 'bce_with_logits'; it needs classes, and 'n.csv' has numbers to "
                + "predict; use mse, l1, smooth_l1 or huber."
        ),
        ("label_smoothing", .double(0.1), "'label_smoothing' is 0.1; the loss 'mse' has no labels to smooth."),
        (
            "early_stopping", .mapping(["metric": .string("dev_accuracy")]),
            "'early_stopping.metric' is 'dev_accuracy'; "
                + "'n.csv' has numbers to predict (regression), which has no accuracy; there are: "
                + "\(metricsOfNumbers)."
        ),
        (
            "decay", .mapping(["name": .string("plateau"), "metric": .string("dev_auc")]),
            "'decay.metric' is 'dev_auc'; 'n.csv' has numbers to predict (regression), which has no auc; there are: "
                + "\(metricsOfNumbers)."
        ),
    ]
}
