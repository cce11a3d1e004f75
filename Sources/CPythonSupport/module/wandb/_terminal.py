import sys

_said = set()


def termsetup(settings=None, logger=None):
    pass


def termlog(string="", newline=True, repeat=True, prefix=True):
    _print("", string, newline, repeat)


def termwarn(string, newline=True, repeat=True):
    _print("WARNING ", string, newline, repeat)


def termerror(string, newline=True, repeat=True):
    _print("ERROR ", string, newline, repeat)


def _print(level, string, newline, repeat):
    if not repeat and string in _said:
        return
    _said.add(string)
    sys.stderr.write("wandb: " + level + str(string) + ("\n" if newline else ""))
    sys.stderr.flush()
