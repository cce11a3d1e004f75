"""Files that a program saves and restores, and artifacts: all of them stay in the trial's folder."""
import os

from sweep_trial import trial

from wandb._artifact import Artifact
from wandb._errors import CommError


def save(folder, pattern, base_path=None):
    """Links files into the run's folder; returns where they are."""
    import glob
    import shutil

    pattern = os.fspath(pattern)
    if isinstance(pattern, bytes):
        pattern = pattern.decode()
    base = os.path.abspath(base_path or os.path.dirname(pattern.split("*")[0]) or os.curdir)
    saved = []
    for path in sorted(glob.glob(pattern)):
        path = os.path.abspath(path)
        if os.path.commonpath([path, os.path.abspath(folder)]) == os.path.abspath(folder):
            saved.append(path)
            continue
        inside = os.path.relpath(path, base)
        target = os.path.join(folder, os.path.basename(path) if inside.startswith(os.pardir) else inside)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if os.path.islink(target) or os.path.isfile(target):
            os.remove(target)
        if not os.path.lexists(target):
            try:
                os.symlink(path, target)
            except OSError:
                shutil.copy(path, target)
        saved.append(target)
    return saved


def restore(folder, name):
    """The file of that name that this run saved, opened; None where there is none."""
    path = os.path.join(folder, name)
    return open(path) if os.path.isfile(path) else None


def _folder():
    return os.path.join(trial.folder(), "wandb", "artifacts")


def log_artifact(source, name, type, aliases, run_id):
    """Keeps an artifact as its next version."""
    if not isinstance(source, Artifact):
        path = os.fspath(source)
        artifact = Artifact(name or "run-%s-%s" % (run_id, os.path.basename(path.rstrip("/"))), type or "unspecified")
        if os.path.isdir(path):
            artifact.add_dir(path)
        else:
            artifact.add_file(path)
        source = artifact
    source._keep(_folder(), aliases)
    return source


def use_artifact(wanted, type=None):
    """An artifact that this trial logged, by its name and version or alias."""
    if isinstance(wanted, Artifact):
        if wanted._folder is None:
            wanted._keep(_folder(), None)
        return wanted
    name, _, version = str(wanted).split("/")[-1].partition(":")
    found = Artifact._kept(_folder(), name, version or "latest")
    if found is None:
        raise CommError(
            "artifact '%s' was not logged by this trial, and there is no server to ask in a sweep that runs offline"
            % wanted
        )
    return found
