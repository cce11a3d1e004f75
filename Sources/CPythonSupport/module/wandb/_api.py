"""The server's side, which a sweep that runs offline does not have."""
from wandb._errors import CommError


class Api:
    """Can be made; asking it for something fails."""

    def __init__(self, *arguments, **options):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise CommError(
            "wandb.Api().%s asks W&B's server, which a sweep that runs offline does not have; "
            "what trials recorded: `sweep rank`, `sweep export`" % name
        )


class InternalApi(Api):
    pass
