"""Every project of the demo city as one notice: a template with what its edition replaces, references looked up."""

from collections.abc import Iterator
from dataclasses import dataclass

from home.demo.content.places import PLACES
from home.demo.content.projects import TEMPLATES
from home.demo.content.shapes import Edition, Place, ProjectTemplate, Schedule, SignupKind, SignupWay, Team
from home.demo.content.teams import TEAMS

_TEAMS = {team.slug: team for team in TEAMS}
_PLACES = {place.slug: place for place in PLACES}


@dataclass(frozen=True)
class Notice:
    """One project as it is posted. `template` has what all editions share."""

    template: ProjectTemplate
    title: str
    team: Team
    place: Place
    summary: str
    steps: tuple[str, ...]
    conditions: tuple[str, ...]
    risks: tuple[str, ...]
    guarantees: tuple[str, ...]
    schedule: Schedule
    capacity: tuple[int, int]
    signup: SignupWay


def notices() -> Iterator[Notice]:
    """All projects, in the order in which they were written. Raises KeyError for an unknown team or place."""
    for template in TEMPLATES:
        for edition in template.editions:
            yield _notice(template, edition)


def _notice(template: ProjectTemplate, edition: Edition) -> Notice:
    team = _TEAMS[edition.team]
    signup = edition.signup or template.signup
    instructions = signup.instructions.format(contact=team.contact, phone=team.phone)
    conditions = edition.conditions or template.conditions
    if signup.kind == SignupKind.EXTERNAL and instructions:
        # A site that sends people away has no field for words about it.
        conditions = (*conditions, instructions.rstrip("。"))
    return Notice(
        template=template,
        title=edition.title,
        team=team,
        place=_PLACES[edition.place],
        summary=(edition.summary or template.summary) + edition.note,
        steps=edition.steps or template.steps,
        conditions=conditions,
        risks=template.risks,
        guarantees=template.guarantees,
        schedule=edition.schedule or template.schedule,
        capacity=edition.capacity or template.capacity,
        signup=SignupWay(signup.kind, instructions, signup.url),
    )
