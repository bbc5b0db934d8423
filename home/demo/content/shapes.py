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
    picture: str = ""


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
class Milestone:
    """A station on the way of a brand: what happened, without a figure that is not known."""

    label: str
    text: str


@dataclass(frozen=True)
class Moment:
    """One moment of a typical day: clock time, heading, a sentence."""

    at: str
    title: str
    text: str


@dataclass(frozen=True)
class ProjectBrand:
    """One of the four project brands, with the story that its page tells."""

    slug: str
    name: str
    name_en: str
    tagline: str
    team: str
    story: tuple[str, ...]
    how: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    picture: str


@dataclass(frozen=True)
class TeamStory:
    """The brand page of one of the four team brands."""

    team: str
    tagline: str
    invitation: str
    story: tuple[str, ...]
    day_title: str
    day: tuple[Moment, ...]
    milestones: tuple[Milestone, ...]
    quote: str
    quote_source: str
    picture: str


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
    """How to apply: the form on this site, another address, by phone, or in person."""

    kind: SignupKind = SignupKind.FORM
    instructions: str = ""
    url: str = ""


@dataclass(frozen=True)
class Edition:
    """One project made from a template: its own title, team and place.

    `summary` replaces the template's, `note` is one more sentence for this place. `schedule` and
    `capacity` replace the template's where this team does it otherwise.
    """

    title: str
    team: str
    place: str
    summary: str = ""
    note: str = ""
    schedule: Schedule | None = None
    capacity: tuple[int, int] | None = None
    signup: SignupWay | None = None


@dataclass(frozen=True)
class ProjectTemplate:
    """A recruitment notice, written once and held in one or more places (`editions`).

    The texts are what 志愿服务条例 art. 12 asks to publish. `capacity` is the range from which the number
    wanted per activity is drawn. `questions` names a question set. `with_children` says that a
    guardian may bring a child (signing up is for adults everywhere).
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
    more_fields: tuple[str, ...] = ()
    signup: SignupWay = field(default_factory=SignupWay)
    with_children: bool = False
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


class BlockKind(StrEnum):
    """The kinds of block that a written page is made of."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    STEPS = "steps"
    NOTICE = "notice"
    QUOTE = "quote"
    QUESTION = "question"


@dataclass(frozen=True)
class Block:
    """One block of a page.

    `text` is the paragraph, heading, notice, quote or question; `items` the bullets, or
    "title：text" pairs for steps; `source` the speaker of a quote; `answer` answers a question.
    """

    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    source: str = ""
    answer: str = ""


@dataclass(frozen=True)
class TimelineEntry:
    """One year of the city's history; `date` is the label as it is shown."""

    date: str
    title: str
    text: str


@dataclass(frozen=True)
class Partner:
    """Who supports a campaign (visibly fictional)."""

    name: str
    contribution: str


@dataclass(frozen=True)
class ProjectQuery:
    """The saved query that selects a campaign's projects: all that is given must hold."""

    campaign: str = ""
    fields: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    days_before: int = 0
    days_after: int = 0


@dataclass(frozen=True)
class Campaign:
    """A yearly campaign on the days of `holiday` in the calendar.

    `goal_volunteers` and `goal_places` are aims (目标), never results; results are counted by the site.
    """

    slug: str
    title: str
    title_en: str
    kicker: str
    summary: str
    story: tuple[Block, ...]
    goal_text: str
    goal_volunteers: int
    goal_places: int
    holiday: str
    query: ProjectQuery
    partners: tuple[Partner, ...]
    picture: str


@dataclass(frozen=True)
class Story:
    """A news story; `days_ago` counts back from the day of loading."""

    slug: str
    title: str
    summary: str
    author: str
    days_ago: int
    body: tuple[Block, ...]
    picture: str
    field: str = ""
    teams: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()


@dataclass(frozen=True)
class StandardPage:
    """A written page."""

    slug: str
    title: str
    intro: str
    body: tuple[Block, ...]
    search_description: str
    picture: str = ""


@dataclass(frozen=True)
class PrivacyNotice:
    """A version of the privacy notice that people consent to; `summary` is shown beside the tick."""

    version: str
    label: str
    title: str
    summary: str
    body: tuple[Block, ...]
    changes: str


@dataclass(frozen=True)
class ContactField:
    """A field of the contact form (Wagtail's form builder types)."""

    label: str
    type: str
    help_text: str = ""
    choices: tuple[str, ...] = ()
    required: bool = True


@dataclass(frozen=True)
class ContactPage:
    """The contact page: texts around the form and its fields."""

    title: str
    intro: str
    thanks: str
    subject: str
    fields: tuple[ContactField, ...]
    search_description: str


@dataclass(frozen=True)
class Section:
    """A section of the home page: heading, a line below it, the words of its link."""

    key: str
    title: str
    text: str
    link: str = ""
