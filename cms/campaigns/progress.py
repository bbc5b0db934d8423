"""How a campaign stands: counted from the sign-ups of its projects when somebody looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from catalog.projects.enums import SignupMethod
from catalog.projects.models import Activity
from catalog.signups.models import Signup


@dataclass(frozen=True)
class Progress:
    """Places wanted and held over all activities of a campaign, minutes of service signed up for, and when it was counted."""

    wanted: int
    held: int
    missing: int
    minutes: int
    activities: int
    counted_at: datetime

    @property
    def percent(self) -> int:
        """How far the smile is filled, 0 to 100."""
        return round(self.held * 100 / self.wanted) if self.wanted else 0

    @property
    def hours(self) -> int:
        """Whole hours of service signed up for."""
        return self.minutes // 60


@dataclass(frozen=True)
class Goal:
    """One aim of the city's editors beside what was reached so far."""

    kind: str
    target: int
    reached: int

    @property
    def percent(self) -> int:
        """How much of the aim is reached, 0 to 100."""
        return min(100, round(self.reached * 100 / self.target)) if self.target else 0


def progress_of(activities: Iterable[Activity]) -> Progress:
    """The sums over those of `activities` (from with_places()) for which people sign up on this site; no query."""
    wanted = held = missing = minutes = count = 0
    for activity in activities:
        count += 1
        if activity.project.signup_method != SignupMethod.FORM:
            continue
        wanted += activity.capacity
        held += activity.held
        missing += max(activity.capacity - activity.held, 0)
        minutes += activity.held * int((activity.ends_at - activity.starts_at).total_seconds() // 60)
    return Progress(wanted, held, missing, minutes, count, timezone.now())


def people_of(activities: Iterable[Activity]) -> int:
    """How many different people hold a place in one of `activities`; one query."""
    pks = [activity.pk for activity in activities]
    return Signup.objects.holding().filter(activity_id__in=pks).values("volunteer_id").distinct().count() if pks else 0
