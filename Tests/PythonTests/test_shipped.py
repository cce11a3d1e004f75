"""The programs of the shipped sweep files, and the reporters that docs/programs.md shows."""
import json
import os
import subprocess
import unittest

from program import Trial, here

root = os.path.dirname(os.path.dirname(here))
programs = os.path.join(root, "sweeps", "programs")


class Shipped(unittest.TestCase):
    def reported(self, trial):
        with open(trial.environment["SWEEP_METRICS"]) as file:
            return [json.loads(line) for line in file]

    def trial(self):
        trial = Trial("none")
        trial.environment["SWEEP_METRICS"] = os.path.join(trial.folder, "metrics.jsonl")
        trial.environment["SWEEP_CHECKPOINT_DIR"] = os.path.join(trial.folder, "checkpoint")
        os.mkdir(trial.environment["SWEEP_CHECKPOINT_DIR"])
        return trial

    def test_the_python_program_goes_on_to_the_same_end(self):
        script = os.path.join(programs, "train.py")
        whole = self.trial().run(script, "--hidden=4", "--epochs=6", "--seed=2")
        self.assertEqual(whole.code, 0, whole.error)
        parts = self.trial().run(script, "--hidden=4", "--epochs=3", "--seed=2")
        parts.run(script, "--hidden=4", "--epochs=6", "--seed=2")
        self.assertEqual([line["epoch"] for line in self.reported(whole)], [1, 2, 3, 4, 5, 6])
        self.assertEqual(self.reported(parts), self.reported(whole))

    def test_the_shell_program_reports(self):
        trial = self.trial()
        command = ["sh", os.path.join(programs, "train.sh"), "lr=0.3", "epochs=4", "seed=3"]
        subprocess.run(command, env=trial.environment, check=True, stdout=subprocess.PIPE)
        lines = self.reported(trial)
        self.assertEqual([line["epoch"] for line in lines], [1, 2, 3, 4])
        self.assertLess(lines[-1]["dev_rmse"], lines[0]["dev_rmse"])

    def test_the_wandb_program_is_recorded(self):
        configuration = {"hidden": 2, "lr": 0.05, "momentum": 0.5}
        trial = Trial("module", configuration).run(os.path.join(programs, "train_wandb.py"))
        self.assertEqual(trial.code, 0, trial.error)
        self.assertEqual(len(trial.values("dev/accuracy")), 60)
        self.assertEqual(trial.names, ["dev/accuracy", "dev/loss", "epoch", "train.loss"])

    def test_the_reporters_of_the_reference_report(self):
        with open(os.path.join(root, "docs", "programs.md")) as file:
            blocks = file.read().split("```")[1::2]
        for language, command in (("python", None), ("sh", "sh")):
            (block,) = [one[len(language):] for one in blocks if one.startswith(language + "\n")]
            trial = self.trial()
            if command is None:
                self.assertEqual(trial.run_code(block).code, 0, trial.error)
            else:
                subprocess.run([command, "-c", block], env=trial.environment, check=True)
            self.assertEqual(self.reported(trial), [{"epoch": 1, "dev_accuracy": 0.87}])


if __name__ == "__main__":
    unittest.main()
