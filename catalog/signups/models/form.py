"""A project's sign-up form: versions and their questions."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.projects.models import Project
from catalog.signups.enums import CHOICE_KINDS, QuestionKind

MAX_QUESTIONS = 20
MAX_CHOICES = 30


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

    form = models.ForeignKey(
        SignupForm, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField(_("版本"))
    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True)

    class Meta:
        ordering = ["form_id", "number"]
        verbose_name = _("报名表版本")
        verbose_name_plural = _("报名表版本")
        constraints = [
            models.UniqueConstraint(
                fields=["form", "number"], name="form_version_number_is_unique"
            ),
            models.UniqueConstraint(
                fields=["form"],
                condition=models.Q(published_at=None),
                name="form_has_one_draft",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} v{self.number}"


class Question(models.Model):
    """One question of a version. Rows of a published version can be neither changed nor deleted."""

    version = models.ForeignKey(
        SignupFormVersion, on_delete=models.CASCADE, related_name="questions"
    )
    order = models.PositiveSmallIntegerField(_("顺序"), default=0)
    kind = models.CharField(
        _("类型"), max_length=16, choices=QuestionKind, default=QuestionKind.SHORT_TEXT
    )
    label = models.CharField(_("问题"), max_length=120)
    help_text = models.CharField(_("说明"), max_length=200, blank=True)
    is_required = models.BooleanField(_("必须回答"), default=True)
    choices = models.JSONField(_("选项"), default=list, blank=True)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("问题")
        verbose_name_plural = _("问题")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(label=""), name="question_has_label"
            )
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def field_name(self) -> str:
        """The name of the question's field in the form that a volunteer fills in."""
        return f"q{self.pk}"

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
        choices = [
            str(choice).strip() for choice in self.choices or [] if str(choice).strip()
        ]
        if len(choices) < 2:
            raise ValidationError({"choices": _("至少写两个选项，一行一个。")})
        if len(choices) > MAX_CHOICES:
            raise ValidationError({"choices": _("选项太多，请合并到 30 个以内。")})
        if len(set(choices)) != len(choices):
            raise ValidationError({"choices": _("有重复的选项。")})
        self.choices = choices

    def save(self, *args, **kwargs) -> None:
        self._refuse_if_published()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        self._refuse_if_published()
        return super().delete(*args, **kwargs)

    def _refuse_if_published(self) -> None:
        if self.version.published_at is not None:
            raise ValidationError(_("已发布的报名表不能修改，请新建一个版本。"))
