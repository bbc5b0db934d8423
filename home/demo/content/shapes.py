"""Shapes of the demo city's content: frozen dataclasses, no Django.

The content modules hold rows of these shapes; the loader turns them into database rows.
References between rows are slugs. A picture is named by its slug in the picture index.
Texts are Chinese with full-width punctuation and end with a full stop where they are sentences.
"""

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum


class Pattern(StrEnum):
    """How the dates of a project repeat."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"
    SCHOOL_DAYS = "school_days"
    ONCE = "once"
    BLOCK = "block"
    HOLIDAY = "holiday"


class SignupKind(StrEnum):
    """Where a project's sign-up leads."""

    FORM = "form"
    EXTERNAL = "external"
    PHONE = "phone"
    IN_PERSON = "in_person"


class QuestionType(StrEnum):
    """The eight types of question that a sign-up form knows."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DATE = "date"
    SINGLE_CHOICE = "single_choice"
    MULTIPLE_CHOICE = "multiple_choice"
    YES_NO = "yes_no"
    PHONE = "phone"


@dataclass(frozen=True)
class City:
    """The city's facts that pages and mails show; everything in contact is visibly fictional."""

    name: str
    name_en: str
    site_name: str
    site_name_en: str
    slogan: str
    slogan_en: str
    intro: str
    latitude: float
    longitude: float
    contact_name: str
    phone: str
    phone_hours: str
    mail: str
    privacy_mail: str
    address: str
    demo_notice: str
    demo_notice_en: str


@dataclass(frozen=True)
class District:
    """A county, district or county-level city; coordinates (WGS-84) of its town centre."""

    slug: str
    name: str
    name_en: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class ServiceField:
    """A service field (河南省志愿服务条例, art. 23); an editable list on the site."""

    slug: str
    name: str
    name_en: str
    sentence: str
    picture: str


@dataclass(frozen=True)
class Audience:
    """Whom a project suits (适合谁)."""

    slug: str
    name: str
    name_en: str
    sentence: str


@dataclass(frozen=True)
class Team:
    """A team. `founded` is None where no public fact is known (the four real brands)."""

    slug: str
    name: str
    short_name: str
    kind: str
    district: str
    summary: str
    fields: tuple[str, ...]
    contact: str
    phone: str
    founded: int | None = None
    name_en: str = ""
    is_brand: bool = False
    crest: str = ""


@dataclass(frozen=True)
class Place:
    """A meeting place. `access` tells how to find it and whether there are steps."""

    slug: str
    name: str
    district: str
    kind: str
    latitude: float
    longitude: float
    address: str
    access: str


@dataclass(frozen=True)
class Schedule:
    """When a project takes place, in the city's own time.

    `weekdays` counts Monday as 0. `starts` has one entry for each shift of a day; all shifts
    last `minutes`. MONTHLY means the `nth` such weekday of the month. ONCE and BLOCK lie `offset`
    days from the day of loading (then moved forward to the first of `weekdays`, if any); a BLOCK lasts `days` days.
    HOLIDAY lies on `holiday` of the calendar, `offset` days after its first day, for `days` days.
    SCHOOL_DAYS leaves out public and school holidays. `months` (1 to 12), where given, are the only
    ones in which dates may lie.
    """

    pattern: Pattern
    starts: tuple[time, ...]
    minutes: int
    weekdays: tuple[int, ...] = ()
    nth: int = 1
    offset: int = 0
    days: int = 1
    holiday: str = ""
    months: tuple[int, ...] = ()


@dataclass(frozen=True)
class Holiday:
    """A day or days that return every year: fixed by `month` and `day`, or by a table of years."""

    slug: str
    name: str
    days: int
    month: int = 0
    day: int = 0
    table: dict[int, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class SignupWay:
    """How to apply: the form on this site, another address, by phone, or in person.

    `instructions` may hold {contact} and {phone}: those of the team that holds the project.
    """

    kind: SignupKind = SignupKind.FORM
    instructions: str = ""
    url: str = ""


@dataclass(frozen=True)
class Edition:
    """One project made from a template: its own title, team and place.

    `summary`, `steps`, `conditions`, `schedule` and `capacity` replace the template's where this
    team does it otherwise; `note` is one more sentence for this place.
    """

    title: str
    team: str
    place: str
    summary: str = ""
    steps: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    note: str = ""
    schedule: Schedule | None = None
    capacity: tuple[int, int] | None = None
    signup: SignupWay | None = None


@dataclass(frozen=True)
class ProjectTemplate:
    """A recruitment notice, written once and held in one or more places (`editions`).

    The texts are what 志愿服务条例 art. 12 asks to publish. `capacity` is the range from which the number
    wanted per activity is drawn. `questions` names a question set, `campaign` the one that shows it.
    """

    slug: str
    field: str
    summary: str
    steps: tuple[str, ...]
    conditions: tuple[str, ...]
    risks: tuple[str, ...]
    guarantees: tuple[str, ...]
    beneficiary: str
    schedule: Schedule
    capacity: tuple[int, int]
    editions: tuple[Edition, ...]
    audiences: tuple[str, ...] = ()
    questions: str = "simple"
    brand: str | None = None
    signup: SignupWay = field(default_factory=SignupWay)
    campaign: str = ""


@dataclass(frozen=True)
class Question:
    """A question of a sign-up form; `choices` only for the two choice types."""

    slug: str
    type: QuestionType
    label: str
    help_text: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class QuestionSet:
    """The questions that one kind of project asks, in their order (slugs)."""

    slug: str
    name: str
    questions: tuple[str, ...]
