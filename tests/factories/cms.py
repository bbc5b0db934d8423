"""Pages, one at a time: each is live below its parent, with what its kind needs."""

from datetime import timedelta

import factory
import wagtail_factories
from django.utils import timezone

from cms.brands.models import ProjectBrandIndexPage, ProjectBrandPage, TeamBrandPage, TeamIndexPage
from cms.campaigns.models import CampaignIndexPage, CampaignPage
from cms.pages.models import ContactField, ContactPage, StandardPage, TimelinePage
from cms.stories.models import StoryIndexPage, StoryPage
from tests.factories.catalog import ProjectBrandFactory, TeamFactory


class TeamIndexPageFactory(wagtail_factories.PageFactory):
    """The list of teams."""

    class Meta:
        model = TeamIndexPage

    title = "队伍"
    slug = "teams"


class TeamBrandPageFactory(wagtail_factories.PageFactory):
    """The page of a team; `draft=True` is not live."""

    class Meta:
        model = TeamBrandPage

    class Params:
        draft = factory.Trait(live=False)

    team = factory.SubFactory(TeamFactory)
    title = factory.LazyAttribute(lambda page: page.team.name)
    slug = factory.LazyAttribute(lambda page: page.team.slug)
    intro = "天一亮就出发。"


class ProjectBrandIndexPageFactory(wagtail_factories.PageFactory):
    """The list of project brands."""

    class Meta:
        model = ProjectBrandIndexPage

    title = "项目品牌"
    slug = "brands"


class ProjectBrandPageFactory(wagtail_factories.PageFactory):
    """The page of a project brand."""

    class Meta:
        model = ProjectBrandPage

    project_brand = factory.SubFactory(ProjectBrandFactory)
    title = factory.LazyAttribute(lambda page: page.project_brand.name)
    slug = factory.LazyAttribute(lambda page: page.project_brand.slug)


class CampaignIndexPageFactory(wagtail_factories.PageFactory):
    """The list of campaigns."""

    class Meta:
        model = CampaignIndexPage

    title = "主题活动"
    slug = "campaigns"


class CampaignPageFactory(wagtail_factories.PageFactory):
    """A campaign of three days that begins today; `days=10` moves it."""

    class Meta:
        model = CampaignPage

    class Params:
        days = 0

    title = "五一假期，去景区当向导"
    slug = factory.Sequence(lambda n: f"campaign-{n}")
    intro = "指路，递一杯热水。"
    start_date = factory.LazyAttribute(lambda page: timezone.localdate() + timedelta(days=page.days))
    end_date = factory.LazyAttribute(lambda page: page.start_date + timedelta(days=2))


class StoryIndexPageFactory(wagtail_factories.PageFactory):
    """The list of stories."""

    class Meta:
        model = StoryIndexPage

    title = "故事"
    slug = "stories"


class StoryPageFactory(wagtail_factories.PageFactory):
    """A story of today."""

    class Meta:
        model = StoryPage

    title = factory.Sequence(lambda n: f"湖边的第 {n} 个早上")
    slug = factory.Sequence(lambda n: f"story-{n}")
    authors = "一位队员"


class StandardPageFactory(wagtail_factories.PageFactory):
    """A written page."""

    class Meta:
        model = StandardPage

    title = "怎么参加"
    slug = factory.Sequence(lambda n: f"help-{n}")


class TimelinePageFactory(wagtail_factories.PageFactory):
    """The history, with one year."""

    class Meta:
        model = TimelinePage

    title = "大事记"
    slug = "history"
    entries = factory.LazyFunction(
        lambda: [
            ("entry", {"year": "1994", "title": "一群年轻人先做起来", "text": "", "on_home": True, "picture": None})
        ]
    )


class ContactPageFactory(wagtail_factories.PageFactory):
    """A form with a name, an e-mail address, and a text that must be written."""

    class Meta:
        model = ContactPage
        skip_postgeneration_save = True

    title = "联系我们"
    slug = "contact"
    thanks_text = "<p>我们会尽快回复。</p>"

    @factory.post_generation
    def questions(self, create, extracted, **kwargs):
        """`questions=[(label, field_type, required, choices)]`."""
        asked = extracted or [
            ("怎么称呼你", "singleline", True, ""),
            ("邮箱", "email", False, ""),
            ("想说的话", "multiline", True, ""),
        ]
        self.form_fields = [
            ContactField(label=label, field_type=kind, required=required, choices=choices, sort_order=order)
            for order, (label, kind, required, choices) in enumerate(asked)
        ]
        self.save()
