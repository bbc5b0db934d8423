"""Fills an empty database with the demo city: once, all of it or nothing."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from catalog.core import generation
from catalog.core.models import City
from cms.brands.models import ProjectBrandIndexPage, TeamIndexPage
from cms.campaigns.models import CampaignIndexPage
from cms.core.pages import HOME_DEPTH
from cms.core.services import groups_provision, locales_provision
from cms.stories.models import StoryIndexPage
from home.demo.content.pages import HOME
from home.demo.loading import english, forms, images, lists, pages, people, projects, signups, streams, teams, tree
from home.demo.loading.made import Made
from home.demo.loading.people import LOGINS, Login
from home.demo.loading.plans import make_plans
from search import registry, sync

TALKATIVE = ("wagtail", "django_tasks")

__all__ = ["LOGINS", "Login", "is_loaded", "load"]


def is_loaded() -> bool:
    """Whether the database holds a city already, the demo's or another: then nothing may be loaded into it."""
    return City.objects.exists() or Page.objects.filter(depth__gt=HOME_DEPTH).exists()


def load(*, now: datetime | None = None) -> None:
    """Load the demo city, its dates laid around `now`. One transaction: an interrupted load leaves no row behind.

    Nobody is told anything: no message is written and no mail leaves.
    """
    with _quiet(), translation.override("zh-hans"), transaction.atomic():
        made = Made(now=now or timezone.now())
        locales_provision()
        groups_provision()
        with disable_reference_index_auto_update():
            _catalog_load(made)
            _pages_load(made)
        _indexes_build()
        generation.bump()


@contextmanager
def _quiet() -> Iterator[None]:
    """Wagtail and its tasks would say a line about every page."""
    loggers = [logging.getLogger(name) for name in TALKATIVE]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _indexes_build() -> None:
    """What citizens search, and what is used where: once, over everything."""
    for kind in registry.kinds():
        sync.mark_all(kind)
    sync.work_off()
    call_command("rebuild_references_index", verbosity=0)


def _catalog_load(made: Made) -> None:
    """The city, its people, teams, projects, activities and sign-ups."""
    images.images_load(made)
    lists.city_load()
    lists.lists_load(made)
    lists.notice_load(made)
    people.logins_load(made)
    people.volunteers_load(made)
    teams.teams_load(made)
    teams.memberships_load(made)
    made.plans = make_plans(made)
    projects.projects_load(made)
    projects.activities_load(made)
    forms.forms_load(made)
    signups.signups_load(made)


def _pages_load(made: Made) -> None:
    """The page tree in both languages."""
    home = tree.home_load(made)
    indexes = tree.indexes_load(home, made)
    written = tree.written_pages_load(home, made)
    pages.team_pages_load(indexes[TeamIndexPage], made)
    pages.project_brand_pages_load(indexes[ProjectBrandIndexPage], made)
    campaigns = pages.campaign_pages_load(indexes[CampaignIndexPage], made, written)
    pages.story_pages_load(indexes[StoryIndexPage], made, campaigns, written)
    tree.home_write(home, HOME, written["/history/"], streams.Streams(written), made)
    english.english_load(home, made, written)
