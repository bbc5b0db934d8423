"""What the pages of the demo city say."""

from home.demo.content.pages.campaigns import CAMPAIGNS
from home.demo.content.pages.contact import CONTACT_PAGE
from home.demo.content.pages.home import (
    CAMPAIGN_INDEX,
    HOME,
    INDEX_PAGES,
    PROJECT_BRAND_INDEX,
    STORY_INDEX,
    TEAM_INDEX,
    TIMELINE_PAGE,
)
from home.demo.content.pages.privacy import PRIVACY_NOTICE
from home.demo.content.pages.standard import STANDARD_PAGES
from home.demo.content.pages.stories import STORIES
from home.demo.content.pages.team_stories import TEAM_STORIES
from home.demo.content.pages.timeline import TIMELINE

__all__ = [
    "CAMPAIGNS",
    "CAMPAIGN_INDEX",
    "CONTACT_PAGE",
    "HOME",
    "INDEX_PAGES",
    "PRIVACY_NOTICE",
    "PROJECT_BRAND_INDEX",
    "STANDARD_PAGES",
    "STORIES",
    "STORY_INDEX",
    "TEAM_INDEX",
    "TEAM_STORIES",
    "TIMELINE",
    "TIMELINE_PAGE",
]
