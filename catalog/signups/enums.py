"""Fixed lists about sign-ups."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SignupState(models.TextChoices):
    """The state of one sign-up."""

    CONFIRMED = "confirmed", _("已录用")
    WAITLISTED = "waitlisted", _("候补")
    WITHDRAWN = "withdrawn", _("已取消")
    CANCELLED_BY_TEAM = "cancelled_by_team", _("组织取消")


#: Allowed changes of a sign-up's state. "" is the state before the row exists.
TRANSITIONS: dict[str, frozenset[str]] = {
    "": frozenset({SignupState.CONFIRMED, SignupState.WAITLISTED}),
    SignupState.WAITLISTED: frozenset({SignupState.CONFIRMED, SignupState.WITHDRAWN, SignupState.CANCELLED_BY_TEAM}),
    SignupState.CONFIRMED: frozenset({SignupState.WITHDRAWN, SignupState.CANCELLED_BY_TEAM}),
    SignupState.WITHDRAWN: frozenset(),
    SignupState.CANCELLED_BY_TEAM: frozenset(),
}

#: States that hold a place of the activity.
HOLDING_STATES = (SignupState.CONFIRMED,)

#: States in which a volunteer has something to do with the activity; at most one such row a volunteer and activity.
ACTIVE_STATES = (SignupState.CONFIRMED, SignupState.WAITLISTED)


class TransitionReason(models.TextChoices):
    """Why a state changed, coded."""

    APPLIED = "applied", _("报名")
    LINE_MOVED = "line_moved", _("有空位，按候补顺序递补")
    WITHDREW = "withdrew", _("本人取消")
    ACTIVITY_CANCELLED = "activity_cancelled", _("场次取消")


class QuestionKind(models.TextChoices):
    """What kind of answer a question takes."""

    SHORT_TEXT = "short_text", _("一行文字")
    LONG_TEXT = "long_text", _("多行文字")
    NUMBER = "number", _("数字")
    DATE = "date", _("日期")
    SINGLE_CHOICE = "single_choice", _("单选")
    MULTIPLE_CHOICE = "multiple_choice", _("多选")
    YES_NO = "yes_no", _("是或否")
    PHONE = "phone", _("电话")


CHOICE_KINDS = (QuestionKind.SINGLE_CHOICE, QuestionKind.MULTIPLE_CHOICE)
