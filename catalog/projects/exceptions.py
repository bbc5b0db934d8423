"""What can be wrong with a project; each message is written for people."""


class ProjectRuleError(Exception):
    """A rule about projects refuses a write. `str(error)` says what to do."""


class IllegalTransitionError(ProjectRuleError):
    """The table of transitions does not allow this change of state."""


class IncompleteNoticeError(ProjectRuleError):
    """The recruitment notice lacks something that must be published (志愿服务条例 art. 12). `missing` lists it in words."""

    def __init__(self, message: str, missing: list[str]) -> None:
        super().__init__(message)
        self.missing = missing
