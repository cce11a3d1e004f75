import Settings
import Testing

@Suite struct ForeignNameTests {
    @Test(
        "a name of PyTorch, Keras or W&B is answered with ours",
        arguments: [
            ("MSELoss", "mse"), ("nn.L1Loss", "l1"), ("mae", "l1"), ("ReduceLROnPlateau", "plateau"),
            ("CosineAnnealingLR", "cosine"), ("torch.optim.lr_scheduler.LambdaLR", "formula"), ("learning_rate", "lr"),
            ("val_loss", "dev_loss"), ("val_acc", "dev_accuracy"), ("gradient_clip", "clip_norm"),
            ("l2", "weight_decay"), ("num_epochs", "epochs"), ("CrossEntropyLoss", "cross_entropy"),
        ])
    func known(theirs: String, ours: String) {
        let known = [
            "mse", "l1", "plateau", "cosine", "formula", "lr", "dev_loss", "dev_accuracy", "clip_norm", "weight_decay",
            "epochs", "cross_entropy", "dev_mae",
        ]
        #expect(SettingError.unknown("name", theirs, among: known) == "no such name; did you mean '\(ours)'?")
    }

    @Test("what a name means depends on what there is")
    func byContext() {
        #expect(SettingError.unknown("metric", "mae", among: ["dev_mae"]) == "no such metric; did you mean 'dev_mae'?")
        #expect(SettingError.unknown("metric", "val_loss", among: ["a"]) == "no such metric; there are: a")
    }

    @Test("options that PyTorch's optimizers take are said to stand beside them here")
    func besideTheOptimizer() {
        for (name, ours) in [("lr", "lr"), ("learning_rate", "lr"), ("weight_decay", "weight_decay")] {
            let error = SettingError.unknownName("optimizer.\(name)", known: ["betas", "eps"])
            #expect(error.description == "'optimizer.\(name)': no such option; write '\(ours)' beside 'optimizer'.")
        }
    }
}
