"""A sign-up and its answers."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.core.channels import mask
from catalog.core.models import PublicIdModel, TimestampedModel, TransitionLog
from catalog.projects.models import Activity
from catalog.signups.enums import ACTIVE_STATES, QuestionKind, SignupState
from catalog.signups.models.form import Question, SignupFormVersion
from catalog.signups.querysets import SignupQuerySet
from catalog.volunteers.models import Volunteer


class Signup(PublicIdModel, TimestampedModel):
    """报名: one volunteer for one activity. Its state changes only through services; past states are in `transitions`.

    The line of an activity is its waitlisted rows in the order of `id`: rows are made under the activity's lock.
    """

    activity = models.ForeignKey(
        Activity,
        verbose_name=_("场次"),
        on_delete=models.PROTECT,
        related_name="signups",
    )
    volunteer = models.ForeignKey(
        Volunteer,
        verbose_name=_("志愿者"),
        on_delete=models.PROTECT,
        related_name="signups",
    )
    state = models.CharField(_("状态"), max_length=24, choices=SignupState)
    form_version = models.ForeignKey(
        SignupFormVersion,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="signups",
    )

    objects = SignupQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("报名")
        verbose_name_plural = _("报名")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "volunteer"],
                condition=Q(state__in=[state.value for state in ACTIVE_STATES]),
                name="signup_once_per_activity",
            )
        ]
        indexes = [models.Index(fields=["activity", "state", "id"])]

    def __str__(self) -> str:
        return f"{self.volunteer} · {self.activity}"

    def get_absolute_url(self) -> str:
        """The volunteer's own page of the sign-up."""
        return reverse("signups:detail", args=[self.public_id])

    @property
    def is_active(self) -> bool:
        """Whether it still counts: confirmed or in the line."""
        return self.state in ACTIVE_STATES


class Answer(models.Model):
    """What was answered to one question: a string, a whole number, a list of strings, a boolean, an ISO date."""

    signup = models.ForeignKey(Signup, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    value = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["signup", "question"], name="answer_once_per_question")]

    def __str__(self) -> str:
        return f"{self.question}: {self.value}"

    @property
    def words(self) -> str:
        """The answer as people read it: 是 or 否, several choices joined."""
        if isinstance(self.value, bool):
            return gettext("是") if self.value else gettext("否")
        if isinstance(self.value, list):
            return "、".join(str(each) for each in self.value)
        if self.question.kind == QuestionKind.PHONE:
            return str(self.value).removeprefix("+86")
        return str(self.value)

    @property
    def masked_words(self) -> str:
        """The answer for people who may not see how others can be reached."""
        return mask(self.words) if self.question.kind == QuestionKind.PHONE else self.words


class SignupTransition(TransitionLog):
    """One change of a sign-up's state."""

    signup = models.ForeignKey(Signup, on_delete=models.CASCADE, related_name="transitions")

    def __str__(self) -> str:
        return f"{self.signup_id}: {self.from_state} → {self.to_state}"
