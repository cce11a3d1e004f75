"""Writes what a program logs as lines of JSON, as soon as it is logged."""
import os
import threading
import time

from sweep_trial import trial
from sweep_trial.values import flat

_own_names = ("step", "_step", "_timestamp", "_runtime", "_at", "_summary", "_wandb")


class Recorder:
    """The lines of one trial in `SWEEP_WANDB_METRICS`, whatever runs, threads and forks write them."""

    def __init__(self):
        self.path = os.environ.get("SWEEP_WANDB_METRICS")
        self.lock = threading.RLock()
        self.descriptor = None
        self.next_step = 0  # beyond all steps that were written
        self.last = {}  # the last value of each metric

    def write(self, step, values, summary=False):
        """One line, by one write to a file that is appended to, so that no two lines mix."""
        values = {name: value for name, value in values.items() if name not in _own_names}
        epoch = values.pop("epoch", None)
        if not summary and epoch is not None:
            self.last["epoch"] = epoch
        self.next_step = max(self.next_step, step + 1)
        if not values or not self.path:
            return
        self.last.update(values)
        line = {"_summary": True} if summary else {}
        line["_at"] = round(time.time(), 6)
        line["step"] = step
        if epoch is not None and epoch == epoch and abs(epoch) < 2**53 and epoch == int(epoch):
            line["epoch"] = int(epoch)
        line.update(values)
        import json

        try:
            if self.descriptor is None:
                self.descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            os.write(self.descriptor, (json.dumps(line) + "\n").encode("utf-8"))
        except (OSError, ValueError) as problem:
            trial.say("values cannot be written to %s: %s" % (self.path, problem))

    def summarize(self, step, summary):
        """Writes those values of a run's summary that are no metric's last value."""
        with self.lock:
            changed = {}
            for name, value in flat(summary).items():
                before = self.last.get(name)
                if name.startswith("_") or value == before or (value != value and before is not None):
                    continue
                changed[name] = value
            self.write(step, changed, summary=True)


class Rows:
    """The history of one run: counts its steps as W&B does, and passes each row on at once."""

    def __init__(self, recorder, resume=None):
        self.recorder = recorder
        # The steps of a further run in one trial follow those of the run before.
        self.base = recorder.next_step
        # So do those of a further attempt, unless the program counts them itself.
        self.resumed = _steps_before(resume) if self.base == 0 else 0
        self.step = 0
        self.waiting = {}  # logged with commit=False
        self.written = set()  # names in the row of this step that are written already
        self.written_step = self.step  # where the last row stands

    def log(self, data, step=None, commit=None):
        with self.recorder.lock:
            values = flat(data)
            if self.resumed:
                self.base, self.resumed = self.resumed if step is None else 0, 0
            if step is not None:
                step = int(step)
                if step < self.step:
                    trial.say(
                        "values logged for step %d come after step %d and are left out, as W&B does (said once for each "
                        "step)" % (step, self.step)
                    )
                    return
                if step > self.step:
                    self.flush()
                    self.step, self.written = step, set()
                self.waiting.update(values)
                self.flush()
                if commit:
                    self.step, self.written = self.step + 1, set()
            elif commit is None or commit:
                self.waiting.update(values)
                # W&B would put these over the same row's values; they are kept, as the next row.
                again = bool(self.written.intersection(self.waiting))
                names = set(self.waiting)
                self.flush(self.step + 1 if again else self.step)
                self.step, self.written = self.step + 1, names if again else set()
            else:
                self.waiting.update(values)

    def flush(self, step=None):
        """Writes what waits."""
        if self.waiting:
            values, self.waiting = self.waiting, {}
            self.written.update(values)
            self.written_step = self.step if step is None else step
            self.recorder.write(self.base + self.written_step, values)

    def finish(self, summary):
        """Writes what waits, and what the summary holds besides the metrics' last values."""
        with self.recorder.lock:
            self.flush()
            self.recorder.summarize(self.base + self.written_step, summary)


_recorder = None


def shared():
    """The trial's recorder in this process."""
    global _recorder
    if _recorder is None:
        _recorder = Recorder()
    return _recorder


def _steps_before(resume):
    """How many steps came before those of a run that says `resume`, in an attempt that has a checkpoint to go on from."""
    try:
        if resume and resume != "never" and os.listdir(os.environ["SWEEP_CHECKPOINT_DIR"]):
            return int(os.environ["SWEEP_WANDB_LAST_STEP"]) + 1
    except (KeyError, ValueError, OSError):
        pass
    return 0
