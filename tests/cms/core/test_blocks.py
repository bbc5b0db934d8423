"""Blocks: each says what it is for, shows itself before it is used, and refuses what would break a page."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from wagtail.admin.views.generic.preview import StreamFieldBlockPreview
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.core.blocks import LinkBlock, PageStreamBlock, ProjectQueryBlock, StoryStreamBlock, TeamStreamBlock
from cms.core.blocks.links import validate_address
from cms.pages.blocks import HistoryEntryBlock
from tests.factories.catalog import ActivityFactory, ProjectFactory
from tests.factories.cms import StandardPageFactory

CHINESE = re.compile(r"[一-鿿]")
BLOCKS = {**PageStreamBlock().child_blocks, "entry": HistoryEntryBlock()}


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_block_says_in_chinese_what_it_is_for(name):
    block = BLOCKS[name]
    assert CHINESE.search(str(block.label))
    if name != "entry":
        assert CHINESE.search(str(block.get_description()))
        assert CHINESE.search(str(block.meta.group))
        assert block.meta.icon not in ("", "placeholder")


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(PageStreamBlock().child_blocks))
def test_block_can_be_seen_before_it_is_used(name):
    ActivityFactory()
    block = BLOCKS[name]
    assert block.is_previewable
    request = RequestFactory().get("/", {"id": block.definition_prefix})
    request.user = None
    answer = StreamFieldBlockPreview.as_view()(request).render()
    assert answer.status_code == 200
    assert "css/content.css" in answer.content.decode()
    assert CHINESE.search(answer.content.decode().split("<main>")[1])


def test_teams_have_no_blocks_that_lead_elsewhere_or_list_projects():
    assert not set(TeamStreamBlock().child_blocks) & {"action", "projects", "chosen_projects"}
    assert (
        set(TeamStreamBlock().child_blocks) < set(StoryStreamBlock().child_blocks) < set(PageStreamBlock().child_blocks)
    )


def test_running_text_takes_no_pictures_and_no_embeds():
    features = PageStreamBlock().child_blocks["paragraph"].features
    assert not {"image", "embed", "h1", "h2", "italic"} & set(features)


@pytest.mark.parametrize("address", ["/projects/?q=晨跑", "https://example.org/a", "http://example.org"])
def test_paths_of_the_site_and_web_addresses_are_taken(address):
    validate_address(address)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//evil.example", "/\\evil.example", "ftp://example.org", "data:text/html,x", "projects"],
)
def test_other_addresses_are_refused(address):
    with pytest.raises(ValidationError):
        validate_address(address)


@pytest.mark.parametrize("both", [True, False])
@pytest.mark.django_db
def test_link_has_exactly_one_target(home, both):
    block = LinkBlock()
    value = {"label": "去看看", "page": home.pk if both else None, "address": "/projects/" if both else ""}
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python(value))


@pytest.mark.django_db
def test_link_to_a_page_that_is_not_live_any_more_is_not_drawn(home, client):
    target = StandardPageFactory(parent=home, live=False)
    action = {"title": "来看看", "text": "", "label": "去", "page": target, "address": ""}
    page = StandardPageFactory(parent=home, body=[("action", action)])
    assert "来看看" not in client.get(page.get_url()).content.decode()


@pytest.mark.django_db
def test_list_by_query_shows_what_matches_now(home, client):
    query = {"title": "晨跑的项目", "words": "晨跑", "limit": 2}
    page = StandardPageFactory(parent=home, body=[("projects", query)])
    assert "晨跑的项目" not in client.get(page.get_url()).content.decode()
    for number in range(3):
        ActivityFactory(project__title=f"湖边晨跑{number}", days=1 + number)
    ActivityFactory(project__title="读书")
    html = client.get(page.get_url()).content.decode()
    assert "湖边晨跑0" in html
    assert "湖边晨跑1" in html
    assert "湖边晨跑2" not in html
    assert "读书" not in html


@pytest.mark.django_db
def test_projects_chosen_by_hand_keep_their_order_and_lose_what_is_not_public(home, client):
    second = ActivityFactory(project__title="后挑的").project
    first = ActivityFactory(project__title="先挑的", days=20).project
    gone = ProjectFactory(title="下架的", withdrawn=True)
    chosen = {"title": "推荐", "projects": [first, second, gone]}
    page = StandardPageFactory(parent=home, body=[("chosen_projects", chosen)])
    html = client.get(page.get_url()).content.decode()
    assert html.index("先挑的") < html.index("后挑的")
    assert "下架的" not in html


@pytest.mark.django_db
def test_query_offers_the_lists_as_they_are_now():
    from tests.factories.catalog import ServiceFieldFactory

    ServiceFieldFactory(slug="rescue", name="应急救灾")
    assert ("rescue", "应急救灾") in list(ProjectQueryBlock().child_blocks["fields"].field.choices)


@pytest.mark.django_db
def test_what_an_editor_typed_is_shown_as_text(home, client):
    body = [
        ("heading", "<b>粗</b>"),
        ("quote", {"text": "<script>alert(1)</script>", "source": "<i>谁</i>"}),
        ("notice", {"title": "", "text": "一行\n<img src=x onerror=1>"}),
    ]
    html = client.get(StandardPageFactory(parent=home, body=body).get_url()).content.decode()
    for hostile in ("<b>粗</b>", "<script>alert", "<img src=x", "<i>谁"):
        assert hostile not in html
