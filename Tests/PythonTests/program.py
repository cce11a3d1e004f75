"""Runs small programs as sweep's trials are run, and tells what was recorded of them."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import weakref

here = os.path.dirname(os.path.abspath(__file__))
support = os.path.join(os.path.dirname(os.path.dirname(here)), "Sources", "CPythonSupport")

# Another interpreter than the one that runs the tests, such as one that has the real package.
interpreter = os.environ.get("SWEEP_TEST_PYTHON", sys.executable)


def has_real_package():
    code = "import importlib.util as u; s = u.find_spec('wandb'); raise SystemExit(s is None or s.origin is None)"
    return subprocess.run([interpreter, "-c", code], cwd=here).returncode == 0


class Trial:
    """One trial's folder, and what was recorded after a program ran in it."""

    def __init__(self, mode, configuration=None, **variables):
        root = tempfile.mkdtemp(prefix="sweep-python-")
        weakref.finalize(self, shutil.rmtree, root, True)
        self.folder, self.work = os.path.join(root, "trial"), os.path.join(root, "work")
        os.mkdir(self.folder)
        os.mkdir(self.work)
        self.metrics = os.path.join(self.folder, "wandb.jsonl")
        path = os.path.join(self.folder, "config.json")
        if configuration is None:
            configuration = {"lr": 0.5, "net": {"width": 7}}
        with open(path, "w") as file:
            json.dump(configuration, file)
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("SWEEP_", "WANDB_", "PYTHON"))
        }
        self.environment.update(
            PYTHONPATH=os.path.join(support, "hook"),
            PYTHONDONTWRITEBYTECODE="1",
            SWEEP_WANDB=mode,
            SWEEP_WANDB_METRICS=self.metrics,
            SWEEP_CONFIG=path,
            SWEEP_TRIAL="3f2a9c0d1e4b",
            SWEEP_TRIAL_DIR=self.folder,
            SWEEP_SEED="1",
            SWEEP_SWEEP="optimizers",
            SWEEP_LABEL="lr=0.5, width=7",
        )
        self.environment.update(variables)
        self.outcome = None

    def run(self, *command):
        """Runs `python command…` in an empty folder."""
        self.outcome = subprocess.run(
            (interpreter,) + command, cwd=self.work, env=self.environment, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, universal_newlines=True, timeout=120,
        )
        return self

    def run_code(self, code):
        return self.run("-c", code)

    def run_script(self, name, *arguments):
        return self.run(os.path.join(here, "scripts", name), *arguments)

    @property
    def code(self):
        return self.outcome.returncode

    @property
    def error(self):
        return self.outcome.stderr

    @property
    def lines(self):
        """The recorded lines, without their wall times."""
        if not os.path.exists(self.metrics):
            return []
        with open(self.metrics) as file:
            lines = [json.loads(line) for line in file]
        for line in lines:
            assert line.pop("_at") > 1.7e9, line
        return lines

    def values(self, name, summary=False):
        return [line[name] for line in self.lines if name in line and line.get("_summary", False) == summary]

    def steps(self, name):
        return [line["step"] for line in self.lines if name in line and not line.get("_summary")]

    @property
    def names(self):
        return sorted({name for line in self.lines for name in line} - {"step", "_summary"})
