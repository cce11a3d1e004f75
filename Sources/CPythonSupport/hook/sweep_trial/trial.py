"""The trial as its environment tells it, and how its process ends."""
import os
import sys

_said = set()
_exit = None


def say(text, once=True):
    """Tells the person on standard error."""
    if once and text in _said:
        return
    _said.add(text)
    try:
        sys.stderr.write("sweep: " + text + "\n")
        sys.stderr.flush()
    except Exception:
        pass


def identifier():
    return os.environ.get("SWEEP_TRIAL") or "trial"


def sweep_name():
    return os.environ.get("SWEEP_SWEEP") or "sweep"


def name():
    """A name that a program may build paths from: the label folded, with the trial's id since paths must differ."""
    label = os.environ.get("SWEEP_LABEL", "")
    folded = "".join(c if (c.isascii() and c.isalnum()) or c in "._-" else "-" for c in label)
    while "--" in folded:
        folded = folded.replace("--", "-")
    folded = folded.strip("-.")[:80]
    return folded + "-" + identifier()[:6] if folded else identifier()


def folder():
    """The trial's folder; outside a trial a temporary one."""
    path = os.environ.get("SWEEP_TRIAL_DIR")
    if not path:
        import tempfile

        path = os.environ["SWEEP_TRIAL_DIR"] = tempfile.mkdtemp(prefix="sweep-trial-")
    return path


def configuration():
    """The trial's configuration: nested as its parameters are."""
    path = os.environ.get("SWEEP_CONFIG")
    if not path:
        return {}
    import json

    with open(path, encoding="utf-8") as file:
        return json.load(file)


def set_variables():
    """Variables that programs of a W&B sweep expect to find, and that keep the real package on this machine."""
    if os.environ.get("WANDB_MODE") != "disabled":
        os.environ["WANDB_MODE"] = "offline"
    if "SWEEP_TRIAL" in os.environ:
        os.environ["WANDB_RUN_ID"] = identifier()
        os.environ["WANDB_SWEEP_ID"] = sweep_name()


def fail(code):
    """Lets this process end with an exit code though the program goes on; 0 takes it back."""
    global _exit
    flying = sys.exc_info()[1]
    if code and isinstance(flying, SystemExit):
        return  # the program is ending by itself, with a code of its own
    _exit = (os.getpid(), int(code)) if code else None


def end():
    """The last thing that Python does at the program's end."""
    if _exit is None or _exit[0] != os.getpid():
        return
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    os._exit(min(max(_exit[1], 1), 255))
