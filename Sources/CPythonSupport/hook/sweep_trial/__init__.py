"""What `sweep` adds to a Python program that runs as a trial. Python 3.8 or later, the standard library alone."""
