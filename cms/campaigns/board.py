"""The shift board of a short campaign: one project a table, one day a row, one part of the day a column."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from catalog.projects.enums import SignupMethod
from catalog.projects.models import Activity, Project

#: A campaign that lasts longer is shown as a list.
BOARD_DAYS = 7
#: The hours at which the parts of a day begin: morning, afternoon, evening.
PARTS = (0, 12, 16)
#: Below this share of its places an activity counts as one that needs people urgently.
URGENT_SHARE = 0.25


@dataclass
class Cell:
    """One shift: an activity, where it leads, and how it stands."""

    activity: Activity
    url: str
    is_open: bool
    is_urgent: bool
    counts_places: bool


@dataclass
class Table:
    """The shifts of one project: `rows` are (day, three cells or None)."""

    project: Project
    place: str
    held: int = 0
    missing: int = 0
    rows: list[tuple[date, list[Cell | None]]] = field(default_factory=list)


def board_of(activities: Iterable[Activity], days: int) -> list[Table]:
    """One table a project; empty when the campaign is too long or two activities would share a cell."""
    if days > BOARD_DAYS:
        return []
    by_project: dict[int, dict[tuple[date, int], Activity]] = defaultdict(dict)
    projects: dict[int, Project] = {}
    for activity in activities:
        starts = timezone.localtime(activity.starts_at)
        slot = (starts.date(), _part(starts))
        if slot in by_project[activity.project_id]:
            return []
        by_project[activity.project_id][slot] = activity
        projects.setdefault(activity.project_id, activity.project)
    return [_table(projects[pk], slots) for pk, slots in by_project.items()]


def _part(starts: datetime) -> int:
    return max(number for number, hour in enumerate(PARTS) if starts.hour >= hour)


def _table(project: Project, slots: dict[tuple[date, int], Activity]) -> Table:
    activities = slots.values()
    table = Table(
        project=project,
        place=next(iter(activities)).place_name,
        held=sum(activity.held for activity in activities),
        missing=sum(max(activity.capacity - activity.held, 0) for activity in activities),
    )
    for day in sorted({day for day, _part in slots}):
        cells = [_cell(slots[day, part]) if (day, part) in slots else None for part in range(len(PARTS))]
        table.rows.append((day, cells))
    return table


def _cell(activity: Activity) -> Cell:
    project = activity.project
    counts_places = project.signup_method == SignupMethod.FORM
    is_open = activity.takes_signups
    return Cell(
        activity=activity,
        url=activity.get_signup_url() if counts_places and is_open else project.get_absolute_url(),
        is_open=is_open,
        is_urgent=counts_places and not activity.is_full and activity.held < activity.capacity * URGENT_SHARE,
        counts_places=counts_places,
    )
