"""Charts: made and logged as the package makes them; sweep draws its own."""
from wandb._media import Chart


def _chart(name):
    def function(*arguments, **options):
        return Chart(*arguments, **options)

    function.__name__ = function.__qualname__ = name
    return function


class CustomChart(Chart):
    pass


Visualize = CustomChart


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _chart(name)
