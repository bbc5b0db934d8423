"""Stories: newest first, a page at a time, with what they are about."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.stories.models import StoryProject, StoryTeam
from tests.factories.catalog import ProjectFactory, TeamFactory
from tests.factories.cms import (
    CampaignIndexPageFactory,
    CampaignPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    TeamBrandPageFactory,
    TeamIndexPageFactory,
)
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home):
    return StoryIndexPageFactory(parent=home)


def test_newest_story_comes_first_and_twelve_fill_a_page(client, index):
    for days in range(13):
        StoryPageFactory(parent=index, title=f"故事{days:02d}", date=timezone.localdate() - timedelta(days=days))
    first = client.get(index.get_url()).content.decode()
    assert first.index("故事00") < first.index("故事01") < first.index("故事11")
    assert "故事12" not in first
    assert 'href="?page=2"' in first
    assert "故事12" in client.get(index.get_url(), {"page": 2}).content.decode()


def test_story_names_its_authors_and_leads_to_team_project_and_campaign(client, home, index):
    team_page = TeamBrandPageFactory(parent=TeamIndexPageFactory(parent=home))
    plain_team, project = TeamFactory(), ProjectFactory()
    campaign = CampaignPageFactory(parent=CampaignIndexPageFactory(parent=home))
    story = StoryPageFactory(parent=index, authors="湖边记者、小页", campaign=campaign)
    story.team_links = [StoryTeam(team=team_page.team), StoryTeam(team=plain_team)]
    story.project_links = [StoryProject(project=project)]
    story.save()
    html = client.get(story.get_url()).content.decode()
    assert "湖边记者、小页" in html
    for url in (team_page.get_url(), campaign.get_url(), project.get_absolute_url(), plain_team.public_id):
        assert url in html


def test_project_that_is_not_public_is_not_named(client, index):
    story = StoryPageFactory(parent=index)
    story.project_links = [StoryProject(project=ProjectFactory(title="草稿里的项目", draft=True))]
    story.save()
    assert "草稿里的项目" not in client.get(story.get_url()).content.decode()


def test_unpublished_campaign_is_not_linked(client, home, index):
    campaign = CampaignPageFactory(parent=CampaignIndexPageFactory(parent=home), title="还没发布的活动", live=False)
    story = StoryPageFactory(parent=index, campaign=campaign)
    assert "还没发布的活动" not in client.get(story.get_url()).content.decode()


def test_messengers_are_told_that_it_is_an_article(client, index):
    story = StoryPageFactory(parent=index, social_title="转发用的标题", social_description="转发用的话")
    head = client.get(story.get_url()).content.decode().split("<body")[0]
    assert '<meta property="og:type" content="article">' in head
    assert '<meta property="og:title" content="转发用的标题">' in head
    assert '<meta property="og:description" content="转发用的话">' in head
    assert "og-default.png" in head


def test_list_without_stories_leads_on(client, index):
    assert "还没有故事" in client.get(index.get_url()).content.decode()


def test_queries_are_the_same_for_one_story_and_for_twelve(client, index):
    StoryPageFactory(parent=index)
    one = queries_of(client, index.get_url())
    StoryPageFactory.create_batch(11, parent=index)
    assert queries_of(client, index.get_url()) == one
