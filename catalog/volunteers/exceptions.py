"""What can stop an account; each message says what to do next."""


class AccountError(Exception):
    """A rule about accounts refuses. `str(error)` is written for people."""


class ContactTakenError(AccountError):
    """Another account has this e-mail address or mobile number."""


class CodeNotSentError(AccountError):
    """The mail server or the SMS vendor did not take the code."""


class TooManyRequestsError(AccountError):
    """Asked too often; `seconds` says after how many seconds it works again."""

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds
