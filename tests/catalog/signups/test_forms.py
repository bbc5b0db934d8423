"""The form that a volunteer fills in: eight kinds of questions, each checked on the server."""

from datetime import date

import pytest
from django.http import QueryDict

from catalog.signups.enums import QuestionKind
from catalog.signups.forms import QuestionForm, SignupEntryForm, question_field
from catalog.signups.models import Question
from tests.factories.signups import QuestionFactory, SignupFormVersionFactory

K = QuestionKind
CHOICES = ["小号", "中号", "大号"]


def asked(kind, value, *, required=True):
    """The answer to one question of `kind` when `value` is typed; the error in words when it is refused."""
    question = Question(kind=kind, label="问题", is_required=required, choices=CHOICES)
    data = QueryDict(mutable=True)
    data.setlist("q", value if isinstance(value, list) else [value])
    form = SignupEntryForm(data, version=None)
    form.fields = {"q": question_field(question)}
    return form.cleaned_data["q"] if form.is_valid() else str(form.errors["q"][0])


@pytest.mark.parametrize(
    ("kind", "typed", "answer"),
    [
        (K.SHORT_TEXT, "  有一点  ", "有一点"),
        (K.LONG_TEXT, "一行\n两行", "一行\n两行"),
        (K.NUMBER, "3", 3),
        (K.NUMBER, "-3", -3),
        (K.NUMBER, "３", 3),
        (K.NUMBER, "0", 0),
        (K.NUMBER, "1000000000", 10**9),
        (K.DATE, "2026-12-07", date(2026, 12, 7)),
        (K.DATE, "2026/12/7", date(2026, 12, 7)),
        (K.DATE, "2026年12月7日", date(2026, 12, 7)),
        (K.SINGLE_CHOICE, "中号", "中号"),
        (K.MULTIPLE_CHOICE, ["小号", "大号"], ["小号", "大号"]),
        (K.YES_NO, "yes", True),
        (K.YES_NO, "no", False),
        (K.PHONE, "13800138000", "+8613800138000"),
        (K.PHONE, "0391-3910000", "+863913910000"),
        (K.PHONE, "138 0013 8000", "+8613800138000"),
    ],
)
def test_answer_is_taken_as_it_is_meant(kind, typed, answer):
    assert asked(kind, typed) == answer


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        (K.SHORT_TEXT, "", "要填"),
        (K.SHORT_TEXT, "   ", "要填"),
        (K.SHORT_TEXT, "字" * 201, "最多 200 个字，现在是 201 个"),
        (K.LONG_TEXT, "字" * 2001, "最多 2000 个字"),
        (K.NUMBER, "三", "整数"),
        (K.NUMBER, "1.5", "整数"),
        (K.NUMBER, "1e9", "整数"),
        (K.NUMBER, "1000000001", "太大"),
        (K.NUMBER, "-1000000001", "太小"),
        (K.NUMBER, "9" * 10_000, "整数"),
        (K.DATE, "明天", "看不懂"),
        (K.DATE, "2026-02-30", "看不懂"),
        (K.DATE, "0001-01-01", "年份"),
        (K.DATE, "9999-12-31", "年份"),
        (K.SINGLE_CHOICE, "", "请选一项"),
        (K.SINGLE_CHOICE, "超大号", "从列出的选项里选"),
        (K.SINGLE_CHOICE, "0", "从列出的选项里选"),
        (K.MULTIPLE_CHOICE, [], "请至少选一项"),
        (K.MULTIPLE_CHOICE, ["小号", "超大号"], "从列出的选项里选"),
        (K.YES_NO, "", "请选一项"),
        (K.YES_NO, "maybe", "从列出的选项里选"),
        (K.PHONE, "12345", "打通"),
        (K.PHONE, "电话", "打通"),
        (K.PHONE, "1" * 33, "32"),
    ],
)
def test_what_is_wrong_is_said_in_words(kind, typed, words):
    assert words in asked(kind, typed)


@pytest.mark.parametrize("kind", [kind for kind in K if kind != K.MULTIPLE_CHOICE])
def test_what_may_be_left_out_may_be_left_out(kind):
    assert asked(kind, "", required=False) in ("", None)


def test_several_choices_may_be_left_out():
    assert asked(K.MULTIPLE_CHOICE, [], required=False) == []


@pytest.mark.parametrize("kind", [K.SINGLE_CHOICE, K.YES_NO])
def test_a_choice_that_may_be_left_out_can_be_taken_back_without_script(kind):
    field = question_field(Question(kind=kind, label="x", is_required=False, choices=CHOICES))

    assert [str(label) for _value, label in field.choices][-1] == "不填"


@pytest.mark.django_db
def test_only_what_was_answered_is_kept_and_as_json():
    version = SignupFormVersionFactory()
    day = QuestionFactory(version=version, kind=K.DATE, label="哪天")
    no = QuestionFactory(version=version, kind=K.YES_NO, label="会吗")
    zero = QuestionFactory(version=version, kind=K.NUMBER, label="几个")
    QuestionFactory(version=version, label="还有吗", is_required=False)
    data = {"name": "李晓明", "birth_date": "1990-01-01"}
    data |= {day.field_name: "2026-12-07", no.field_name: "no", zero.field_name: "0"}

    form = SignupEntryForm(data, version=version)

    assert form.is_valid(), form.errors
    assert form.answers() == {day: "2026-12-07", no: False, zero: 0}


@pytest.mark.django_db
class TestQuestionForm:
    """What a team writes."""

    def write(self, **changes) -> QuestionForm:
        """The form with a question typed into it."""
        data = {"label": "红马甲穿多大", "kind": K.SINGLE_CHOICE, "choice_lines": "小号\n中号\n", "is_required": "on"}
        return QuestionForm(data | changes, instance=Question(version=SignupFormVersionFactory()))

    def test_choices_one_a_line(self):
        form = self.write(choice_lines="  小号 \n\n中号\r\n 大 号")

        assert form.is_valid(), form.errors
        assert form.instance.choices == ["小号", "中号", "大 号"]

    @pytest.mark.parametrize(
        ("lines", "words"),
        [
            ("", "至少写两个"),
            ("只有一个", "至少写两个"),
            ("一样\n一样", "重复"),
            ("\n".join(str(n) for n in range(31)), "30 个以内"),
            ("短\n" + "长" * 61, "最多 60 个字"),
        ],
    )
    def test_choices_that_make_no_sense_are_said_beside_them(self, lines, words):
        form = self.write(choice_lines=lines)

        assert not form.is_valid()
        assert words in str(form.errors["choice_lines"])

    def test_kinds_without_choices_drop_them(self):
        form = self.write(kind=K.NUMBER)

        assert form.is_valid()
        assert form.instance.choices == []

    @pytest.mark.parametrize(
        "changes",
        [
            {"label": ""},
            {"label": "   "},
            {"label": "x" * 121},
            {"kind": "essay"},
            {"kind": ""},
            {"help_text": "x" * 201},
        ],
    )
    def test_what_can_not_be_a_question_is_refused(self, changes):
        assert not self.write(**changes).is_valid()
