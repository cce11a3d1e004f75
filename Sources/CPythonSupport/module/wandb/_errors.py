class Error(Exception):
    """What this package raises."""

    def __init__(self, message="", context=None):
        super().__init__(message)
        self.message = message
        self.context = context


class CommError(Error):
    """Something that only the server could give."""

    def __init__(self, message="", exc=None):
        super().__init__(message)
        self.exc = exc


class AuthenticationError(CommError):
    pass


class UsageError(Error):
    pass


class UnsupportedError(UsageError):
    pass


class WaitTimeoutError(Error):
    pass


class ConfigError(Error):
    """A value of the configuration that must not change silently."""


class RunError(UsageError):
    pass
