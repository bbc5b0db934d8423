"""What the loader has made so far, by the slugs of the content, and the clock and the dice that all of it is made with."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from catalog.core.models import PUBLIC_ID_ALPHABET, PUBLIC_ID_LENGTH, Audience, District, ServiceField
from catalog.projects.models import Activity, Project, ProjectBrand
from catalog.teams.models import Team
from catalog.volunteers.models import PrivacyNotice, User, Volunteer
from cms.core.models import CmsImage

if TYPE_CHECKING:
    from home.demo.loading.plans import Plan

#: The same city on every machine; only the dates differ.
SEED = 20120229


@dataclass
class Made:
    """Rows by slug. `projects` are by title; `people` are the volunteers, three to a name."""

    now: datetime
    images: dict[str, CmsImage] = field(default_factory=dict)
    districts: dict[str, District] = field(default_factory=dict)
    fields: dict[str, ServiceField] = field(default_factory=dict)
    audiences: dict[str, Audience] = field(default_factory=dict)
    notice: PrivacyNotice | None = None
    brands: dict[str, ProjectBrand] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    logins: dict[str, User] = field(default_factory=dict)
    people: list[list[Volunteer]] = field(default_factory=list)
    leaders: dict[str, User] = field(default_factory=dict)
    plans: list["Plan"] = field(default_factory=list)
    projects: dict[str, Project] = field(default_factory=dict)
    activities: dict[str, list[Activity]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of loading, in the city's zone."""
        return timezone.localdate(self.now)

    @staticmethod
    def dice(what: str) -> random.Random:
        """Chance for one purpose: what is drawn for another does not move it."""
        return random.Random(f"{SEED} {what}")


def public_id(dice: random.Random) -> str:
    """An address that is the same in every demo city."""
    return "".join(dice.choices(PUBLIC_ID_ALPHABET, k=PUBLIC_ID_LENGTH))
