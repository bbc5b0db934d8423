"""What can stop a sign-up; each message says what to do next."""

from typing import TYPE_CHECKING

from catalog.projects.exceptions import ProjectRuleError

if TYPE_CHECKING:
    from catalog.signups.models import Signup


class SignupError(Exception):
    """A rule refuses a sign-up. `str(error)` is written for the volunteer; `code` names the rule."""

    code = "refused"


class SignupNotPossibleError(SignupError):
    """The project does not take sign-ups on this site, or is not published."""

    code = "not_possible"


class SignupWindowError(SignupError):
    """The sign-up window is not open."""

    code = "window"


class ActivityFullError(SignupError):
    """No place is free and the volunteer did not want to wait."""

    code = "full"


class AlreadySignedUpError(SignupError):
    """The volunteer has an active sign-up for this activity; `signup` is that one."""

    code = "already"

    def __init__(self, message: str, signup: "Signup") -> None:
        super().__init__(message)
        self.signup = signup


class UnderageError(SignupError):
    """The volunteer is under 18 and needs a guardian."""

    code = "underage"


class FormChangedError(SignupError):
    """The team published another version of the form meanwhile."""

    code = "form_changed"


class IllegalTransitionError(SignupError):
    """The table of transitions does not allow this change of state."""

    code = "transition"


class CapacityBelowHeldError(ProjectRuleError):
    """The new capacity is smaller than the places held; `excess` people would have to go."""

    def __init__(self, message: str, excess: int) -> None:
        super().__init__(message)
        self.excess = excess


class FormRuleError(Exception):
    """A rule refuses a change of a sign-up form. `str(error)` is written for the team."""
