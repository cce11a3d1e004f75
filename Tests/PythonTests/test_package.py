"""What holds with the real `wandb` beyond the scripts."""
import os
import unittest

from program import Trial, has_real_package


@unittest.skipUnless(has_real_package(), "the real wandb is not installed")
class Package(unittest.TestCase):
    def run_code(self, code, configuration=None, mode="real", **variables):
        trial = Trial(mode, configuration, **variables).run_code(code)
        self.assertEqual(trial.code, 0, trial.error)
        return trial

    def test_auto_takes_the_package(self):
        trial = self.run_code(
            "import wandb; wandb.init(); wandb.log({'a': 1}); print(wandb.__version__)", mode="auto"
        )
        self.assertNotIn("sweep", trial.outcome.stdout)
        self.assertEqual(trial.values("a"), [1])

    def test_the_module_serves_where_the_file_says_so(self):
        trial = self.run_code(
            "import wandb, importlib.metadata as m; wandb.init(); wandb.log({'a': 1})\n"
            "assert m.version('wandb') == wandb.__version__ and '+sweep' in wandb.__version__", mode="module"
        )
        self.assertEqual(trial.values("a"), [1])

    def test_none_leaves_the_package_alone(self):
        trial = self.run_code("import wandb; wandb.init(mode='disabled'); wandb.log({'a': 1})", mode="none")
        self.assertEqual(trial.lines, [])

    def test_configurations_reach_the_program_as_they_are(self):
        configuration = {
            "small": 1e-05, "large": 1e30, "whole": 1, "one": 1.0, "text": "1e-5", "yes": "yes", "none": None, "true": True,
            "list": [1, 2.5, "a"], "quote": "a\"b\\c'\n\t", "unicode": "é \u2028 \U0001f600", "empty": "", "dotted.name": 2,
            "nested": {"deep": {"x": 1e-08}}, "a key: #": 0, "negative": -1.5e-07,
        }
        self.run_code(
            "import json, os, wandb\n"
            "r = wandb.init(config={'nested': {'deep': {'y': 2}}, 'own': 3})\n"
            "c = dict(r.config); e = json.load(open(os.environ['SWEEP_CONFIG']))\n"
            "assert c.pop('own') == 3 and c['nested']['deep'].pop('y', 2) == 2\n"
            "assert c == e and type(c['one']) is float and type(c['whole']) is int, (c, e)\n",
            configuration,
        )

    def test_the_program_cannot_leave_the_machine(self):
        self.run_code(
            "import wandb\n"
            "assert wandb.login(key='x' * 40)\n"
            "r = wandb.init(mode='online', settings=wandb.Settings(mode='online'), project='p', entity='e', id='other')\n"
            "assert r.offline and r.id == '3f2a9c0d1e4b' and r.name == 'lr-0.5-width-7-3f2a9c' and r.sweep_id == 'optimizers'\n",
            WANDB_MODE="online",
        )

    def test_the_summary_is_told_with_and_without_finish(self):
        code = (
            "import wandb\n"
            "r = wandb.init(); r.define_metric('z', summary='max'); r.log({'a': 1, 'z': 3}); r.log({'a': 0, 'z': 2})\n"
            "r.summary['x'] = 5; wandb.summary['a'] = 1\n"
            "r.log({'late': 1}, commit=False)\n"
        )
        for end in ("", "r.finish()", "wandb.teardown()"):
            trial = self.run_code(code + end)
            self.assertEqual(trial.lines[-2], {"step": 2, "late": 1})
            self.assertEqual(trial.lines[-1], {"_summary": True, "step": 2, "x": 5, "a": 1, "z.max": 3}, end)

    def test_exit_codes(self):
        for code, expected in (
            ("wandb.init(); wandb.finish(exit_code=1)", 1),
            ("wandb.init(); wandb.finish()", 0),
            ("wandb.init(); import sys; sys.exit(3)", 3),
            ("wandb.init(); 1 / 0", 1),
        ):
            self.assertEqual(Trial("real").run_code("import wandb; " + code).code, expected, code)

    def test_a_killed_program_keeps_its_rows(self):
        trial = Trial("real").run_code(
            "import os, wandb\nwandb.init()\nfor i in range(5): wandb.log({'a': i})\nos.kill(os.getpid(), 9)"
        )
        self.assertEqual(trial.values("a"), [0, 1, 2, 3, 4])

    def test_its_own_record_is_in_the_trial(self):
        trial = self.run_code("import wandb; r = wandb.init(); r.log({'a': 1}); r.finish()")
        runs = [name for name in os.listdir(os.path.join(trial.folder, "wandb")) if name.startswith("offline-run-")]
        self.assertEqual(len(runs), 1)
        self.assertNotIn("wandb sync", trial.error)

    def test_older_options_of_init_are_accepted(self):
        trial = self.run_code("import wandb; wandb.init(magic=True, fork_from='x?_step=1'); wandb.log({'a': 1})")
        self.assertEqual(trial.values("a"), [1])
        self.assertIn("magic", trial.error)

    def test_modules_that_moved_are_found(self):
        # Without Keras the callback cannot be made, but its module is there.
        self.run_code(
            "import wandb, wandb.xgboost, wandb.lightgbm, wandb.keras\n"
            "try: from wandb.keras import WandbCallback\n"
            "except ImportError as e: assert 'Keras' in str(e) or 'keras' in str(e), e\n"
        )

    def test_metrics_of_processes_that_fork(self):
        trial = self.run_code(
            "import multiprocessing as m, wandb\n"
            "def f():\n"
            "    r = wandb.init(); r.log({'a': 1}); r.summary['s'] = 2; r.finish()\n"
            "p = m.get_context('fork').Process(target=f); p.start(); p.join(); assert p.exitcode == 0\n"
        )
        self.assertEqual((trial.values("a"), trial.values("s", summary=True)), ([1], [2]))


if __name__ == "__main__":
    unittest.main()
