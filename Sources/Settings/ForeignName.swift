/// Finds what a name of PyTorch, Keras, scikit-learn or W&B is called here.
enum ForeignName {
    /// Their names, written as ours are, each with what may be meant by it.
    private static let table: [(theirs: String, ours: String)] = [
        // Losses.
        ("mse_loss mean_squared_error squared_error l2_loss", "mse"),
        ("mae l1_loss mean_absolute_error absolute_error", "l1 dev_mae"),
        ("smooth_l1_loss", "smooth_l1"),
        ("huber_loss", "huber"),
        ("cross_entropy_loss categorical_crossentropy sparse_categorical_crossentropy", "cross_entropy"),
        ("crossentropy nll nll_loss", "cross_entropy"),
        ("softmax_cross_entropy", "cross_entropy"),
        ("bce bce_loss bce_with_logits_loss binary_crossentropy binary_cross_entropy", "bce_with_logits"),
        // Optimizers.
        ("gd gradient_descent nesterov", "sgd"),
        // Schedules.
        ("reduce_lr_on_plateau", "plateau"),
        ("cosine_annealing_lr cosine_annealing cosine_decay", "cosine"),
        ("cosine_annealing_warm_restarts cosine_decay_restarts sgdr", "cosine_warm_restarts"),
        ("lambda_lr multiplicative_lr learning_rate_scheduler", "formula"),
        ("step_lr", "step"),
        ("multi_step_lr", "multistep"),
        ("exponential_lr exponential_decay", "exponential"),
        ("linear_lr linear_decay warmup", "linear"),
        ("polynomial_lr polynomial_decay", "polynomial"),
        ("one_cycle_lr", "one_cycle"),
        ("constant_lr", "constant"),
        ("piecewise_constant_decay piecewise_constant", "piecewise"),
        ("inverse_time_decay", "hyperbola"),
        ("sequential_lr chained_scheduler", "sequence"),
        // Activations, initializations, number formats.
        ("swish", "silu"),
        ("logistic", "sigmoid"),
        ("kaiming kaiming_normal kaiming_uniform he_normal he_uniform", "he"),
        ("glorot glorot_normal glorot_uniform xavier_normal xavier_uniform", "xavier"),
        ("fp16 half", "float16"),
        ("bf16", "bfloat16"),
        ("fp32", "float32"),
        // Settings.
        ("learning_rate initial_lr init_lr eta lr", "lr"),
        ("scheduler lr_scheduler lr_schedule lr_decay learning_rate_schedule", "decay"),
        ("num_epochs n_epochs max_epochs total_epochs nb_epoch", "epochs"),
        ("batch bs train_batch_size minibatch_size", "batch_size"),
        ("l2 l2_reg l2_regularization wd kernel_regularizer", "weight_decay"),
        ("l1_reg l1_regularization", "l1"),
        ("gradient_clip gradient_clip_val grad_clip", "clip_norm"),
        ("clip_grad_norm max_grad_norm global_clipnorm clipnorm", "clip_norm"),
        ("clip_grad_value clipvalue", "clip_value"),
        ("hidden_layers hidden_size hidden_sizes hidden_dim", "hidden"),
        ("hidden_dims hidden_layer_sizes layer_sizes layers units", "hidden"),
        ("act activation_function nonlinearity", "activation"),
        ("bn batch_normalization use_batch_norm", "batch_norm"),
        ("dropout_rate drop_rate p_dropout", "dropout"),
        ("criterion loss_fn loss_function", "loss"),
        ("optim optimiser solver", "optimizer"),
        ("initializer kernel_initializer initialization weight_init", "init"),
        ("augmentation augmentations data_augmentation transforms", "augment"),
        ("amp mixed_precision dtype", "precision"),
        ("early_stop", "early_stopping"),
        ("dataset data_path train_data", "data"),
        ("random_state random_seed manual_seed", "seeds seed"),
        ("validation_split val_split val_fraction dev_split", "dev_fraction"),
        ("test_split test_size", "test_fraction"),
        ("monitor", "metric"),
        ("restore_best_weights", "restore_best"),
        ("epsilon", "eps"),
        ("beta_1 beta_2 beta1 beta2", "betas beta"),
        ("lr_lambda lambda", "formula"),
        ("decay_steps", "total_iters t_max"),
        ("decay_rate", "gamma rate"),
        ("boundaries", "milestones epochs"),
        // Metrics.
        ("val_loss valid_loss validation_loss", "dev_loss"),
        ("val_acc val_accuracy valid_accuracy validation_accuracy acc accuracy", "dev_accuracy"),
        ("train_acc training_accuracy", "train_accuracy"),
        ("training_loss", "train_loss"),
        ("val_mae", "dev_mae"),
        ("rmse val_rmse val_mse root_mean_squared_error", "dev_rmse"),
        ("r2_score val_r2", "dev_r2"),
        ("roc_auc val_auc", "dev_auc"),
        ("f1_score val_f1 macro_f1", "dev_f1"),
        ("log_loss", "dev_cross_entropy"),
        ("gradient_norm", "grad_norm"),
        // The sweep itself.
        ("grid_search", "grid"),
        ("random_search", "random"),
        ("params search_space hyperparameters parameter", "parameters"),
        ("n_trials num_trials max_trials count", "run_cap"),
        ("max", "maximize"),
        ("min", "minimize"),
    ]

    private static let ours: [String: [String]] = table.reduce(into: [:]) { names, row in
        for name in row.theirs.split(separator: " ") {
            names[folded(name), default: []] += row.ours.split(separator: " ").map(String.init)
        }
    }

    /// The first of `candidates` that a person who knows other programs means by `name`: `mse` by `nn.MSELoss`.
    static func meaning(of name: String, among candidates: some Sequence<String>) -> String? {
        guard let ours = ours[folded(name.split(separator: ".").last ?? "")] else { return nil }
        let candidates = Set(candidates)
        return ours.first(where: candidates.contains)
    }

    /// Whether a name is that of a setting, whatever it belongs to.
    static func meaning(of name: String) -> String? { ours[folded(name[...])]?.first }

    /// Without capitals and signs, so that `CosineAnnealingLR` and `cosine_annealing_lr` are one.
    private static func folded(_ name: Substring) -> String {
        name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    }
}
