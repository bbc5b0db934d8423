"""Shapes of what the pages of the demo city say: frozen dataclasses, no Django."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """The kinds of block that a written page is made of."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    STEPS = "steps"
    MILESTONES = "milestones"
    NOTICE = "notice"
    QUOTE = "quote"
    FAQ = "faq"
    ACTION = "action"


@dataclass(frozen=True)
class Block:
    """One block of a page.

    `items` holds rows: bullets have one text; steps and milestones a label (clock time, year), a
    heading and a sentence; questions the question and its answer; an action its label and address.
    `source` is the speaker of a quote.
    """

    kind: BlockKind
    text: str = ""
    title: str = ""
    source: str = ""
    items: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Milestone:
    """A station on the way of a brand: what happened, without a figure that is not known."""

    label: str
    title: str
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
class TimelineEntry:
    """One year of the city's history; `year` is the label as it is shown; the home page's arc shows those `on_home`."""

    year: str
    title: str
    text: str
    on_home: bool = False


@dataclass(frozen=True)
class Partner:
    """Who supports a campaign (visibly fictional)."""

    name: str
    contribution: str


@dataclass(frozen=True)
class ProjectQuery:
    """The saved query that selects a campaign's projects: all that is given must hold, of several in one list any."""

    fields: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Campaign:
    """A yearly campaign, from `days_before` the first day of `holiday` in the calendar to `days_after` its last.

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
    days_before: int
    days_after: int
    query: ProjectQuery
    partners: tuple[Partner, ...]
    picture: str


@dataclass(frozen=True)
class Story:
    """A news story; `days_ago` counts back from the day of loading; `projects` are titles."""

    slug: str
    title: str
    summary: str
    author: str
    days_ago: int
    body: tuple[Block, ...]
    picture: str
    teams: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    campaign: str = ""


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
    """A version of the privacy notice that people consent to.

    `text` is plain: a blank line ends a paragraph, "## " begins a heading, "- " an item of a list.
    `summary` stands beside the tick.
    """

    version: str
    title: str
    summary: str
    text: str
    text_en: str


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

    slug: str
    title: str
    intro: str
    purpose: str
    thanks_title: str
    thanks_text: str
    subject: str
    fields: tuple[ContactField, ...]
    search_description: str


@dataclass(frozen=True)
class Link:
    """Words that lead to an address of this site."""

    label: str
    address: str


@dataclass(frozen=True)
class HomeText:
    """The editor's words on the home page; all else on it is read from the catalog."""

    title: str
    intro: str
    shortcuts: tuple[Link, ...]
    days_title: str
    campaign_button: str
    brands_title: str
    near_title: str
    near_text: str
    near_link: Link
    figures_title: str
    history_title: str
    history_today: str
    body: tuple[Block, ...]
    search_description: str


@dataclass(frozen=True)
class IndexText:
    """A page that lists others."""

    slug: str
    title: str
    intro: str
    search_description: str
