import ProgramMetrics
import Testing

@Suite("Printed metrics")
struct PrintedReaderTests {
    /// Values of one metric in a text, with step and epoch where they are told.
    private func values(_ metric: String, _ text: String) -> [String] {
        var reader = PrintedReader(metrics: [metric])
        let found = reader.take(Array(text.utf8)) + reader.finish()
        return found.map { value in
            let place = [value.step.map { "s\($0)" }, value.epoch.map { "e\($0)" }].compactMap(\.self)
            return ([value.value.description] + place).joined(separator: " ")
        }
    }

    @Test(
        "a metric is read whichever way its name is written",
        arguments: [
            "val_acc: 0.5", "Val Acc 0.5", "valid/acc=0.5", "validation accuracy = 0.5", "valAcc: 0.5", "Val. Acc: 0.5",
            "acc_val: 0.5", "[val] acc: 0.5", "Validation | loss 1.0 | accuracy 0.5", "'val_acc': '0.5'",
            "dev_accuracy: 50/100", "INFO val_acc: 0.5", "**val_acc**: 0.5", "val acc.: 0.5",
            "val_acc: 0.7 (0.5) lr: 1 (1)",
            "val_acc => 0.5", "val_acc: <tf.Tensor: shape=(), dtype=float32, numpy=0.5>", "mean val_acc: 0.5 ± 0.1",
            "Val Loss: 1.0, Acc: 0.5", "| val_acc | 0.5 |", "val_acc: 0.5 (best: 0.6)",
            "validation set: average acc: 0.5",
        ])
    func names(_ text: String) {
        #expect(values("val_acc", text) == ["0.5"])
    }

    @Test(
        "what is no value of the metric is not read",
        arguments: [
            "acc: 0.5", "test_acc: 0.5", "train acc: 0.5", "best val_acc: 0.5", "New best val_acc = 0.5",
            "val_acc_ema: 0.5",
            "my-val_acc: 0.5", "python train.py --val_acc 0.5", "python train.py --val_acc=0.5",
            "val_acc: 3 epochs without progress",
            "val_acc 0.5 is the best so far", "val_acc: 0.4 -> 0.5", "val_acc: [0.4, 0.5]", "val_acc: 12:30:05",
            "val_acc: 2026-05-01", "val_acc: 5ms", "val_acc: v0.5.1", "val_acc=0.5.ckpt", "val_acc == 0.5",
            "val_acc > 0.5",
            "val_acc::0.5", "reached val_acc 0.5", "target val_acc: 0.5", "No progress of val_acc since epoch 3",
            "Namespace(val_acc=0.5)", "val_acc: None", "val_acc: 0x10", "val_acc", "val_acc:",
            "monitor='val_acc', patience=3",
        ])
    func noValues(_ text: String) {
        #expect(values("val_acc", text + "\n") == [])
    }

    @Test(
        "names with odd signs are read as they are",
        arguments: ["mAP@0.5:0.95", "metrics/mAP50(B)", "acc (%)", "R²", "准确率"])
    func oddNames(_ name: String) {
        #expect(values(name, "epoch 3 \(name): 0.5, other\(name): 1\n") == ["0.5 e3"])
    }

    @Test("numbers in thousands, shares in percent and minus signs")
    func numbers() {
        #expect(
            values("loss", "loss: 1,234.5\nloss: -0.5e-3\nloss: .5\nloss: 5.\nloss: +1, acc 2\n") == [
                "1234.5", "-0.0005", "0.5", "5.0", "1.0",
            ])
        #expect(
            values("accuracy", "Accuracy: 9836/10000 (98%)\nAccuracy: 93.5 %\naccuracy: 93.5%\n") == [
                "98.36", "93.5", "93.5",
            ])
    }

    @Test("a step is one of the whole training: its own word, and not in the midst of an epoch")
    func steps() {
        #expect(
            values("loss", "step 100: loss 0.5\nEpoch 1 step 3 loss 0.4\nstep 3/10 loss 0.3\n") == [
                "0.5 s100", "0.4 e1", "0.3 e1",
            ])
        #expect(
            values("loss", "global_step=7, epoch 2, loss=1\nIteration 8, loss = 2\n") == ["1.0 s7 e2", "2.0 s8 e2"])
        #expect(values("test", "3:\ttest: 0.5\tbest: 0.5 (3)\n") == ["0.5 s3"])
    }

    @Test("tables of fastai, skorch and scikit-learn")
    func tables() {
        let fastai =
            "epoch     train_loss  valid_loss  accuracy  time    \n0         0.9         0.8         0.5       00:05     \n"
        #expect(values("valid_loss", fastai) == ["0.8 e0"])
        let skorch =
            "  epoch    train_loss    valid_acc     dur\n-------  ------------  -----------  ------\n      1        \u{1b}[36m0.68\u{1b}[0m       0.56  0.03\n"
        #expect(values("valid_acc", skorch) == ["0.56 e1"])
        #expect(
            values(
                "Train Loss",
                "      Iter       Train Loss   Remaining Time \n         1           1.31            0.05s\n") == [
                    "1.31 s1"
                ])
        #expect(values("f1", "| epoch | f1 |\n|---|---|\n| 1 | 0.5 |\n") == ["0.5 e1"])
    }

    @Test("a bar that epochs share gives the last state of each, and one drawn again gives nothing new")
    func sharedBar() {
        let bar =
            "\rEpoch 0:  50%|# | 1/2 [loss=3]\rEpoch 0: 100%|##| 2/2 [loss=2]\rEpoch 1:   0%|  | 0/2 [loss=2]\rEpoch 1: 100%|##| 2/2 [loss=1]"
        #expect(values("loss", bar + "stopped\n" + bar.suffix(32) + "\n") == ["2.0 e0", "1.0 e1"])
    }

    @Test("bars one below the other, with the cursor moved up between them, give their last states")
    func nestedBars() {
        let inner = (1...3).map { "\n\rEpoch 1: \($0)/3, loss=\($0)\u{1b}[A" }.joined()
        #expect(values("loss", "outer 0/1" + inner + "\n\n") == ["3.0 e1"])
    }

    @Test("what names a part of the data by a heading alone is more doubtful than what names it itself")
    func doubt() {
        var reader = PrintedReader(metrics: ["loss"])
        let found = reader.take(Array("loss: 1\nTrain: loss 2\nTest set: Average loss: 3\n".utf8))
        #expect(found.map(\.doubt) == [0, 2, 1])
    }

    @Test("names that are near are told")
    func nearNames() {
        var reader = PrintedReader(metrics: ["val_acc"])
        _ = reader.take(Array("Best val acc: 0.5\ntrain_acc: 0.3\nlr: 1\n".utf8))
        #expect(reader.nearNames == ["Best val acc", "train_acc"])
    }

    @Test("text without end, NULs and bytes that are no UTF-8 neither trap nor are kept")
    func odd() {
        var reader = PrintedReader(metrics: ["loss"])
        for _ in 0..<40 { #expect(reader.take([UInt8](repeating: 0x41, count: 1 << 20)).isEmpty) }
        let text: [UInt8] = [0x0A, 0xFF, 0xFE, 0x00] + Array(" loss: 1".utf8) + [0xC3, 0x0A, 0xE2, 0x0A]
        #expect(reader.take(text).map(\.value) == [1])
    }
}
