"""Every script does as its first line says, with sweep's own module and, where it is installed, with the package."""
import json
import os
import tempfile
import unittest

from program import Trial, has_real_package


class Scripts:
    mode = None

    def passes(self, name, *arguments, **variables):
        trial = Trial(self.mode, **variables).run_script(name, *arguments)
        self.assertEqual(trial.code, 0, trial.error)
        return trial

    def test_01_arguments_and_configuration(self):
        trial = self.passes("01-argparse-and-config.py", "--lr=0.5")
        self.assertEqual(trial.values("loss"), [1.0, 0.5, 0.25])
        self.assertEqual(trial.steps("loss"), [0, 1, 2])
        self.assertEqual(trial.values("epoch"), [0, 1, 2])

    def test_02_the_sweep_wins_over_defaults(self):
        self.assertEqual(self.passes("02-config-only.py").values("val_loss"), [0.5, 0.25])

    def test_04_a_step_too_late_is_dropped(self):
        trial = self.passes("04-steps.py")
        self.assertEqual(trial.values("loss"), [1, 2, 4])
        self.assertEqual(trial.steps("loss"), [0, 10, 11])
        self.assertIn("step 5", trial.error)

    def test_05_uncommitted_values_wait(self):
        trial = self.passes("05-commit.py")
        self.assertEqual(trial.lines, [{"step": 0, "acc": 0.1, "loss": 2}, {"step": 1, "loss": 3}])

    def test_07_nested_metrics_are_joined_by_dots(self):
        trial = self.passes("07-nested-metrics.py")
        self.assertEqual(trial.values("test.digits.loss"), [0.5, 0.25])
        self.assertEqual(trial.names, ["test.digits.loss"])

    def test_09_an_error_in_a_context_fails_the_trial(self):
        trial = Trial(self.mode).run_script("09-context-manager-fails.py")
        self.assertEqual(trial.code, 1)
        self.assertIn("RuntimeError: broken", trial.error)
        self.assertEqual(trial.values("loss"), [1])

    def test_10_media_and_artifacts_are_no_metrics(self):
        trial = self.passes("10-media-and-artifacts.py")
        self.assertEqual(trial.values("loss"), [0.5])
        self.assertEqual(trial.names, ["loss"])

    def test_11_values_of_the_sweep_are_locked(self):
        trial = self.passes("11-config-locked.py")
        self.assertEqual(trial.values("x"), [0.5])
        self.assertIn("ConfigError", trial.outcome.stdout)

    def test_13_run_attributes(self):
        self.assertEqual(self.passes("13-run-attributes.py").values("ok"), [1])

    def test_14_disabled_records_nothing(self):
        self.assertEqual(self.passes("14-disabled-by-flag.py").lines, [])

    def test_15_several_runs_are_one_trial(self):
        trial = self.passes("15-several-runs.py")
        self.assertEqual(trial.values("fold"), [0, 1, 2])
        self.assertEqual(trial.steps("fold"), [0, 1, 2])

    def test_17_optional_import(self):
        self.assertEqual(self.passes("17-optional-import.py").values("loss"), [1])

    def test_18_a_metric_not_reported(self):
        trial = self.passes("18-metric-not-reported.py")
        self.assertEqual(trial.values("loss"), [1.0, 0.5])
        self.assertEqual(trial.names, ["epoch", "loss"])

    def test_19_driver_is_read_and_runs_as_each_trial(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "driver.json")
            trial = self.passes("19-driver.py", SWEEP_DRIVER="read", SWEEP_DRIVER_FILE=path)
            with open(path) as file:
                described = json.load(file)
        self.assertEqual(trial.lines, [])
        self.assertEqual(described["sweep"]["parameters"], {"x": {"values": [1, 2, 3]}})
        self.assertEqual((described["agent"], described["function"], described["count"]), (True, "train", 5))
        for x in (1, 2, 3):
            trial = self.passes("19-driver.py", SWEEP_DRIVER="trial", configuration={"x": x})
            self.assertEqual(trial.values("score"), [x])

    def test_21_calls_of_older_versions(self):
        self.assertEqual(self.passes("21-older-scripts.py").values("loss"), [1])

    def test_nothing_is_left_in_the_working_folder(self):
        trial = self.passes("10-media-and-artifacts.py")
        self.assertEqual(os.listdir(trial.work), [])


class OwnModule(Scripts, unittest.TestCase):
    mode = "module"


@unittest.skipUnless(has_real_package(), "the real wandb is not installed")
class RealPackage(Scripts, unittest.TestCase):
    mode = "real"


if __name__ == "__main__":
    unittest.main()
