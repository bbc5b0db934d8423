"""A project's sign-up form: versions and their questions."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.core.models import PUBLIC_ID_LENGTH, make_public_id
from catalog.projects.models import Project
from catalog.signups.enums import CHOICE_KINDS, QuestionKind
from catalog.signups.querysets import QuestionQuerySet, SignupFormVersionQuerySet, refuse_published

MAX_QUESTIONS = 20
MAX_CHOICES = 30
MAX_CHOICE_LENGTH = 60


class SignupForm(models.Model):
    """报名表 of one project. What it asks is in its versions; the newest published one is used."""

    project = models.OneToOneField(
        Project,
        verbose_name=_("项目"),
        on_delete=models.CASCADE,
        related_name="signup_form",
    )

    class Meta:
        verbose_name = _("报名表")
        verbose_name_plural = _("报名表")

    def __str__(self) -> str:
        return str(self.project)

    def published_version(self) -> "SignupFormVersion | None":
        """The version that is asked now; None before the first publication."""
        return self.versions.exclude(published_at=None).order_by("-number").first()

    def draft_version(self) -> "SignupFormVersion | None":
        """The version that the team is working on; None when nothing is being changed."""
        return self.versions.filter(published_at=None).first()


class SignupFormVersion(models.Model):
    """One wording of the form. Once published it never changes; answers stay with the version that was answered."""

    form = models.ForeignKey(SignupForm, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("版本"))
    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True)

    objects = SignupFormVersionQuerySet.as_manager()

    class Meta:
        ordering = ["form_id", "number"]
        verbose_name = _("报名表版本")
        verbose_name_plural = _("报名表版本")
        constraints = [
            models.UniqueConstraint(fields=["form", "number"], name="form_version_number_is_unique"),
            models.UniqueConstraint(
                fields=["form"],
                condition=models.Q(published_at=None),
                name="form_has_one_draft",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} v{self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a draft, or publish it; a published version stays as it is. Raises ValidationError."""
        if self.pk and type(self).objects.published().filter(pk=self.pk).exists():
            refuse_published()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a draft with its questions. Raises ValidationError for a published version."""
        if self.published_at is not None:
            refuse_published()
        return super().delete(*args, **kwargs)


class Question(models.Model):
    """One question of a version. Rows of a published version can be neither changed nor deleted.

    `key` is the same for the same question in every version, so that what was typed follows it into a newer one.
    """

    version = models.ForeignKey(SignupFormVersion, on_delete=models.CASCADE, related_name="questions")
    key = models.CharField(
        _("标识"),
        max_length=PUBLIC_ID_LENGTH,
        default=make_public_id,
        editable=False,
        help_text=_("同一个问题在各个版本里相同。"),
    )
    order = models.PositiveSmallIntegerField(_("顺序"), default=0)
    kind = models.CharField(_("类型"), max_length=16, choices=QuestionKind, default=QuestionKind.SHORT_TEXT)
    label = models.CharField(_("问题"), max_length=120)
    help_text = models.CharField(_("说明"), max_length=200, blank=True)
    is_required = models.BooleanField(_("必须回答"), default=True)
    choices = models.JSONField(_("选项"), default=list, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("问题")
        verbose_name_plural = _("问题")
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="question_key_once_per_version"),
            models.CheckConstraint(condition=~models.Q(label=""), name="question_has_label"),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a question of a draft. Raises ValidationError for one of a published version."""
        self._refuse_if_published()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a question of a draft. Raises ValidationError for one of a published version."""
        self._refuse_if_published()
        return super().delete(*args, **kwargs)

    @property
    def field_name(self) -> str:
        """The name of the question's field in the form that a volunteer fills in."""
        return f"q_{self.key}"

    @property
    def takes_choices(self) -> bool:
        """Whether it is answered from a list."""
        return self.kind in CHOICE_KINDS

    def clean(self) -> None:
        """Choices are there exactly where the kind needs them, two at least, each once."""
        super().clean()
        if not self.takes_choices:
            self.choices = []
            return
        choices = [str(choice).strip() for choice in self.choices or [] if str(choice).strip()]
        if len(choices) < 2:
            raise ValidationError({"choices": _("至少写两个选项，一行一个。")})
        if len(choices) > MAX_CHOICES:
            raise ValidationError({"choices": _("选项太多，请合并到 30 个以内。")})
        if len(set(choices)) != len(choices):
            raise ValidationError({"choices": _("有重复的选项。")})
        if any(len(choice) > MAX_CHOICE_LENGTH for choice in choices):
            raise ValidationError({"choices": _("选项太长，每个最多 60 个字。")})
        self.choices = choices

    def _refuse_if_published(self) -> None:
        is_in_published = self.pk is not None and type(self).objects.of_published().filter(pk=self.pk).exists()
        if is_in_published or SignupFormVersion.objects.published().filter(pk=self.version_id).exists():
            refuse_published()
