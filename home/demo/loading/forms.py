"""Sign-up forms from the question sets, and answers of the shapes that these forms take."""

import random
from datetime import date, timedelta
from typing import Any

from catalog.projects.enums import ProjectState, SignupMethod
from catalog.signups.models import Question, SignupForm, SignupFormVersion
from catalog.volunteers.contacts import any_phone_parse
from home.demo.content.form_questions import QUESTIONS, SETS
from home.demo.content.people import NOTES, REASONS
from home.demo.content.shapes import QuestionType
from home.demo.loading.made import Made, public_id

_QUESTIONS = {question.slug: question for question in QUESTIONS}
_SETS = {each.slug: each.questions for each in SETS}
#: Two questions of one wording differ in their choices only.
_SLUGS = {question.label: question.slug for question in QUESTIONS}

#: How often a question is answered that need not be.
OPTIONAL_SHARE = 0.3
#: What people write on one line, by question; the smallest and the largest number, by question.
LINES = {
    "companion-names": ("爱人老李", "同事小周", "女儿", "对门大姐"),
    "emergency-name": ("爱人", "妈妈", "室友", "儿子"),
    "children-age": ("6 岁", "9 岁", "7 岁和 10 岁", "5 岁半"),
    "allergy": ("花生", "没有", "芒果"),
    "craft": ("剪男士短发", "磨刀", "换拉链", "修小家电", "补锅"),
    "instrument": ("二胡", "快板", "唱豫剧", "口琴", "变纸牌戏法"),
}
NUMBERS = {
    "companions": (0, 3),
    "month-times": (2, 8),
    "children": (0, 2),
    "craft-years": (0, 30),
    "distance": (0, 10),
    "shoe-size": (35, 44),
}


def forms_load(made: Made) -> None:
    """A form for every project that people sign up for on this site, published unless the project is a draft."""
    dice = made.dice("forms")
    plans = [plan for plan in made.plans if made.projects[plan.title].signup_method == SignupMethod.FORM]
    forms = SignupForm.objects.bulk_create(SignupForm(project=made.projects[plan.title]) for plan in plans)
    versions = SignupFormVersion.objects.bulk_create(SignupFormVersion(form=form, number=1) for form in forms)
    Question.objects.bulk_create(
        Question(
            version=version,
            key=public_id(dice),
            order=order,
            kind=question.type,
            label=question.label,
            help_text=question.help_text,
            is_required=question.required,
            choices=list(question.choices),
        )
        for plan, version in zip(plans, versions, strict=True)
        for order, question in enumerate(_QUESTIONS[slug] for slug in _SETS[plan.notice.template.questions])
    )
    published = []
    for plan, version in zip(plans, versions, strict=True):
        if plan.state != ProjectState.DRAFT:
            version.published_at = plan.published_at or made.now
            published.append(version)
    SignupFormVersion.objects.bulk_update(published, ["published_at"], batch_size=200)


def answer_to(question: Question, day: date, dice: random.Random) -> Any:
    """What somebody answers who signs up for an activity on `day`; None where it may be left out and is."""
    if not question.is_required and dice.random() > OPTIONAL_SHARE:
        return None
    slug = _SLUGS[question.label]
    match question.kind:
        case QuestionType.LONG_TEXT:
            return dice.choice(REASONS if slug == "why" else NOTES)
        case QuestionType.NUMBER:
            return dice.randint(*NUMBERS[slug])
        case QuestionType.DATE:
            return (day + timedelta(days=dice.randint(0, 20))).isoformat()
        case QuestionType.SINGLE_CHOICE:
            return dice.choice(question.choices)
        case QuestionType.MULTIPLE_CHOICE:
            chosen = set(dice.sample(question.choices, dice.randint(1, len(question.choices) - 1)))
            return [choice for choice in question.choices if choice in chosen]
        case QuestionType.YES_NO:
            return dice.random() < 0.5
        case QuestionType.PHONE:
            return any_phone_parse(f"0391-0000{dice.randint(200, 999)}")
        case _:
            return dice.choice(LINES[slug])
