"""Forms of sign-ups: what a volunteer fills in, built from the version that the team published, and the team's own builder."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog.signups.enums import CHOICE_KINDS, QuestionKind
from catalog.signups.models import Question, SignupFormVersion
from catalog.volunteers.contacts import AnyPhoneField, ContactField
from catalog.volunteers.forms import BirthDateField, ConsentField, NameField
from catalog.volunteers.models import PrivacyNotice

SHORT_LENGTH = 200
LONG_LENGTH = 2000
LARGEST_NUMBER = 10**9
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2100, 12, 31)
NO_ANSWER = ("", _("不填"))
REQUIRED = {"required": _("这一项要填。")}
REQUIRED_CHOICE = {"required": _("请选一项。"), "invalid_choice": _("请从列出的选项里选。")}


class AnswerDateField(forms.DateField):
    """A day of this century or the last."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {"invalid": _("日期看不懂，请像 2026-12-07 这样填。"), **REQUIRED}
        formats = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日"]
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, input_formats=formats, error_messages=errors, **kwargs)

    def clean(self, value: Any) -> date | None:
        """The day, between 1900 and 2100."""
        day = super().clean(value)
        if day and not FIRST_DAY <= day <= LAST_DAY:
            raise ValidationError(_("请检查年份。"), code="impossible")
        return day


class AnswerNumberField(forms.IntegerField):
    """A whole number within ±10⁹."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {
            "invalid": _("请填一个整数。"),
            "min_value": _("数字太小了，请检查。"),
            "max_value": _("数字太大了，请检查。"),
            **REQUIRED,
        }
        super().__init__(min_value=-LARGEST_NUMBER, max_value=LARGEST_NUMBER, error_messages=errors, **kwargs)
        self.widget.attrs.update(inputmode="numeric", step="1")


def _text(max_length: int, **options: Any) -> forms.CharField:
    errors = {"max_length": _("太长了，最多 %(limit_value)d 个字，现在是 %(show_value)d 个。"), **REQUIRED}
    return forms.CharField(max_length=max_length, error_messages=errors, **options)


def _single(question: Question, options: dict[str, Any]) -> forms.ChoiceField:
    choices: list[tuple[str, Any]] = [(choice, choice) for choice in question.choices]
    if not question.is_required:
        choices.append(NO_ANSWER)  # without script a chosen radio button can't be taken back
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=REQUIRED_CHOICE, **options)


def _several(question: Question, options: dict[str, Any]) -> forms.MultipleChoiceField:
    errors = {**REQUIRED_CHOICE, "required": _("请至少选一项。"), "invalid_list": _("请从列出的选项里选。")}
    choices = [(choice, choice) for choice in question.choices]
    return forms.MultipleChoiceField(
        choices=choices, widget=forms.CheckboxSelectMultiple, error_messages=errors, **options
    )


def _yes_no(question: Question, options: dict[str, Any]) -> forms.TypedChoiceField:
    choices: list[tuple[str, Any]] = [("yes", _("是")), ("no", _("否"))]
    if not question.is_required:
        choices.append(NO_ANSWER)
    return forms.TypedChoiceField(
        choices=choices,
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages=REQUIRED_CHOICE,
        **options,
    )


def question_field(question: Question) -> forms.Field:
    """The field that asks `question`, with every check of its kind."""
    options = {"label": question.label, "help_text": question.help_text, "required": question.is_required}
    match question.kind:
        case QuestionKind.LONG_TEXT:
            return _text(LONG_LENGTH, widget=forms.Textarea(attrs={"rows": 4}), **options)
        case QuestionKind.NUMBER:
            return AnswerNumberField(**options)
        case QuestionKind.DATE:
            return AnswerDateField(**options)
        case QuestionKind.SINGLE_CHOICE:
            return _single(question, options)
        case QuestionKind.MULTIPLE_CHOICE:
            return _several(question, options)
        case QuestionKind.YES_NO:
            return _yes_no(question, options)
        case QuestionKind.PHONE:
            return AnyPhoneField(error_messages=REQUIRED, **options)
        case _:
            return _text(SHORT_LENGTH, **options)


class SignupEntryForm(forms.Form):
    """Everything that one sign-up asks, on one screen.

    `asks_contact`: the visitor is not logged in. `notice`: the privacy notice that has still to be agreed to.
    """

    def __init__(
        self,
        *args: Any,
        version: SignupFormVersion | None,
        notice: PrivacyNotice | None = None,
        asks_contact: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.notice = notice
        self.questions = {each.field_name: each for each in (version.questions.all() if version else ())}
        self.fields["name"] = NameField(help_text=_("签到时核对用，不会公开。"))
        self.fields["birth_date"] = BirthDateField(help_text=_("只用来看满没满 18 岁。"))
        if asks_contact:
            self.fields["contact"] = ContactField(help_text=_("验证码、结果和变动都发到这里。"))
        for name, question in self.questions.items():
            self.fields[name] = question_field(question)
        self.fields["join_waitlist"] = forms.BooleanField(
            label=_("若已满，列入候补"), initial=True, required=False, help_text=_("有空位就按先后轮到你，马上告诉你。")
        )
        if notice is not None:
            self.fields["agree"] = ConsentField()

    def question_bound_fields(self) -> Iterable[forms.BoundField]:
        """The team's questions, in their order."""
        return [self[name] for name in self.questions]

    def answers(self) -> dict[Question, Any]:
        """Cleaned answers by question, as JSON can hold them; what was left empty is left out."""
        answers = {}
        for name, question in self.questions.items():
            value = self.cleaned_data[name]
            if value not in (None, "", []):
                answers[question] = value.isoformat() if isinstance(value, date) else value
        return answers


class QuestionForm(forms.ModelForm):
    """One question as a team writes it: the choices one a line."""

    choice_lines = forms.CharField(
        label=_("选项"),
        required=False,
        max_length=4000,
        help_text=_("单选和多选才要填，一行一个，至少两个。"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    class Meta:
        model = Question
        fields = ["label", "kind", "choice_lines", "help_text", "is_required"]
        labels = {"label": _("问什么"), "kind": _("怎么答"), "help_text": _("补充说明"), "is_required": _("必须回答")}
        help_texts = {"label": _("一句话，例如：你能辅导什么"), "help_text": _("写在问题下面的小字。")}
        error_messages = {"label": {"required": _("请写出问题。"), "max_length": _("问题太长了，最多 120 个字。")}}
        widgets = {"kind": forms.RadioSelect}

    field_order = ["label", "kind", "choice_lines", "help_text", "is_required"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice_lines"].initial = "\n".join(self.instance.choices or [])
        self.fields["kind"].error_messages["invalid_choice"] = _("请从列出的选项里选。")

    def clean_label(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["label"].split())

    def clean(self) -> dict[str, Any]:
        """Hand the lines over to the question, which checks them."""
        data = super().clean() or {}
        lines = (data.get("choice_lines") or "").splitlines()
        takes_choices = data.get("kind") in CHOICE_KINDS
        self.instance.choices = [" ".join(line.split()) for line in lines if line.strip()] if takes_choices else []
        return data

    def _update_errors(self, errors: ValidationError) -> None:
        """What the question says about its choices belongs to the lines."""
        if hasattr(errors, "error_dict") and "choices" in errors.error_dict:
            errors.error_dict["choice_lines"] = errors.error_dict.pop("choices")
        super()._update_errors(errors)
