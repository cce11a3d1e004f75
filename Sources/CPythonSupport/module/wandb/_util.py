"""What programs take from `wandb.util` and `wandb.env`."""
import os
import random
import re
import string
import sys


def generate_id(length=8):
    return "".join(random.SystemRandom().choice(string.ascii_lowercase + string.digits) for _ in range(length))


generate_fast_id = generate_id


def make_artifact_name_safe(name):
    cleaned = re.sub(r"[^a-zA-Z0-9_\-.]", "_", name)
    return cleaned if len(cleaned) <= 128 else cleaned[:63] + ".." + cleaned[-63:]


def make_safe_for_json(value):
    return value


def to_forward_slash_path(path):
    return path.replace(os.sep, "/")


def get_module(name, required=None, lazy=True):
    """A module where it is installed; None where it is not, an error where that is told."""
    import importlib

    try:
        return importlib.import_module(name)
    except ImportError:
        if required:
            raise ImportError(required if isinstance(required, str) else "'%s' is required" % name) from None
        return None


def is_tf_tensor_typename(name):
    return name.startswith("tensorflow.") and ("Tensor" in name or "Variable" in name)


def is_torch_tensor_typename(name):
    return name.startswith("torch.") and ("Tensor" in name or "Variable" in name)


def np_available():
    return "numpy" in sys.modules


def get_project(*arguments, **options):
    return os.environ.get("WANDB_PROJECT")


def get_entity(*arguments, **options):
    return os.environ.get("WANDB_ENTITY")


def get_dir(*arguments, **options):
    return os.environ.get("WANDB_DIR")
