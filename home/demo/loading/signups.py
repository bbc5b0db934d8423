"""Sign-ups with their history and answers, in bulk: nobody is told anything."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from catalog.projects.enums import ActivityState
from catalog.signups.enums import SignupState, TransitionReason
from catalog.signups.models import Answer, Question, Signup, SignupFormVersion, SignupTransition
from catalog.volunteers.models import User, Volunteer
from home.demo.loading.forms import answer_to
from home.demo.loading.made import Made
from home.demo.loading.stamps import stamp
from home.demo.loading.turnout import Part, Turnout, make_turnouts

#: People sign up during so many days before an activity.
SIGNUP_DAYS = 21
BATCH = 200


@dataclass
class Step:
    """One change of state to be logged."""

    old: str
    new: str
    reason: TransitionReason
    at: datetime
    actor: User | None = None


@dataclass(eq=False)
class Entry:
    """One sign-up to be, with how it came to its state."""

    volunteer: Volunteer
    applied_at: datetime
    state: SignupState = SignupState.CONFIRMED
    steps: list[Step] = field(default_factory=list)


@dataclass
class Rows:
    """Everything that is written at the end."""

    signups: list[Signup] = field(default_factory=list)
    applied_at: list[datetime] = field(default_factory=list)
    transitions: list[SignupTransition] = field(default_factory=list)
    happened_at: list[datetime] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)


def signups_load(made: Made) -> None:
    """The sign-ups of all activities, oldest first within each."""
    dice = made.dice("signups")
    own = made.logins["volunteer"].volunteer
    versions, questions = _forms()
    rows = Rows()
    for turnout in make_turnouts(made):
        version = versions.get(turnout.activity.project_id)
        asked = questions.get(version.pk, []) if version else []
        day = timezone.localdate(turnout.activity.starts_at)
        for entry in _entries(turnout, own, made, dice):
            signup = Signup(
                activity=turnout.activity, volunteer=entry.volunteer, state=entry.state, form_version=version
            )
            rows.signups.append(signup)
            rows.applied_at.append(entry.applied_at)
            for step in entry.steps:
                rows.transitions.append(_transition(signup, step))
                rows.happened_at.append(step.at)
            given = ((question, answer_to(question, day, dice)) for question in asked)
            rows.answers += [
                Answer(signup=signup, question=question, value=value) for question, value in given if value is not None
            ]
    _write(rows)


def _forms() -> tuple[dict[int, SignupFormVersion], dict[int, list[Question]]]:
    """The published version by project, and the questions by version."""
    versions = {each.form.project_id: each for each in SignupFormVersion.objects.published().select_related("form")}
    questions: dict[int, list[Question]] = {}
    for question in Question.objects.all():
        questions.setdefault(question.version_id, []).append(question)
    return versions, questions


def _entries(turnout: Turnout, own: Volunteer, made: Made, dice: random.Random) -> list[Entry]:
    """Who signed up when, first come first, and what became of it."""
    count = turnout.people
    times = sorted(_times(turnout, made.now, count, dice))
    people = [dice.choice(namesakes) for namesakes in dice.sample(made.people, count)]
    entries = [Entry(volunteer, at) for volunteer, at in zip(people, times, strict=True)]
    line = entries[count - turnout.waiting :]
    before = entries[: count - turnout.waiting]
    gone = dice.sample(before, turnout.withdrawn)
    # Where people wait, who withdrew has made room for the last of those who hold a place.
    moved = [each for each in before if each not in gone][-turnout.withdrawn :] if turnout.waiting and gone else []
    for entry in entries:
        entry.state = SignupState.WAITLISTED if entry in line or entry in moved else SignupState.CONFIRMED
        entry.steps = [Step("", entry.state, TransitionReason.APPLIED, entry.applied_at, entry.volunteer.user)]
    later = entries[-1].applied_at if entries else made.now
    for entry in gone:
        _go(entry, SignupState.WITHDRAWN, TransitionReason.WITHDREW, _after(later, turnout, made, dice))
        entry.steps[-1].actor = entry.volunteer.user
    for entry in moved:
        _go(entry, SignupState.CONFIRMED, TransitionReason.LINE_MOVED, _after(later, turnout, made, dice))
    if turnout.own_part:
        _take_place_of(_stand_in(turnout.own_part, line, gone, before), own)
    if turnout.activity.state == ActivityState.CANCELLED:
        for entry in [each for each in entries if each not in gone]:
            _go(entry, SignupState.CANCELLED_BY_TEAM, TransitionReason.ACTIVITY_CANCELLED, made.now)
    return entries


def _times(turnout: Turnout, now: datetime, count: int, dice: random.Random) -> list[datetime]:
    """Moments between the publication and the end of the sign-up, none of them later than now."""
    activity, published_at = turnout.activity, turnout.plan.published_at or now
    latest = min(now - timedelta(hours=1), activity.signup_closes_at)
    earliest = max(published_at, activity.starts_at - timedelta(days=SIGNUP_DAYS))
    if earliest >= latest:
        earliest = latest - timedelta(hours=20)
    return [earliest + (latest - earliest) * dice.random() for _one in range(count)]


def _after(moment: datetime, turnout: Turnout, made: Made, dice: random.Random) -> datetime:
    """Some time after `moment`, before now and before the activity began."""
    end = min(made.now, turnout.activity.starts_at)
    return moment + (end - moment) * dice.uniform(0.2, 0.9)


def _go(entry: Entry, state: SignupState, reason: TransitionReason, at: datetime) -> None:
    entry.steps.append(Step(entry.state, state, reason, at))
    entry.state = state


def _stand_in(part: Part, line: list[Entry], gone: list[Entry], before: list[Entry]) -> Entry:
    """Whose sign-up is that of the volunteer with a log-in: second in a line, else the last of those it may be."""
    if part == Part.WAITING:
        return line[1]
    if part == Part.WITHDRAWN:
        return gone[-1]
    return [each for each in before if each not in gone][-1]


def _take_place_of(entry: Entry, volunteer: Volunteer) -> None:
    for step in entry.steps:
        step.actor = volunteer.user if step.actor else None
    entry.volunteer = volunteer


def _transition(signup: Signup, step: Step) -> SignupTransition:
    return SignupTransition(signup=signup, from_state=step.old, to_state=step.new, reason=step.reason, actor=step.actor)


def _write(rows: Rows) -> None:
    Signup.objects.bulk_create(rows.signups, batch_size=BATCH)
    stamp(rows.signups, "created_at", rows.applied_at)
    SignupTransition.objects.bulk_create(rows.transitions, batch_size=BATCH)
    stamp(rows.transitions, "at", rows.happened_at)
    Answer.objects.bulk_create(rows.answers, batch_size=BATCH)
