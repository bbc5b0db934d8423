"""The page tree: one page of each kind, with every block in it, in Chinese and (as aliases) in English."""

import io
import json
from datetime import date, timedelta
from types import SimpleNamespace

from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Page, Site

from catalog.core.models import ServiceField
from catalog.projects.models import Project, ProjectBrand
from catalog.teams.models import Team
from cms.brands.models import ProjectBrandIndexPage, ProjectBrandPage, TeamBrandPage, TeamIndexPage
from cms.campaigns.models import CampaignIndexPage, CampaignPage, CampaignProject
from cms.core.models import CmsImage
from cms.core.services import groups_provision, locales_provision, pages_mirror
from cms.pages.models import ContactField, ContactPage, StandardPage, TimelinePage
from cms.stories.models import StoryIndexPage, StoryPage, StoryProject, StoryTeam
from home.models import HomePage

GREEN, RED = (46, 125, 90), (200, 80, 60)


def picture(
    title: str = "湖边晨跑", colour: tuple[int, int, int] = GREEN, size: tuple[int, int] = (960, 540)
) -> CmsImage:
    """A picture of one colour with words that stand for it."""
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, "PNG")
    file = ImageFile(io.BytesIO(data.getvalue()), name="picture.png")
    return CmsImage.objects.create(title=title, description=f"{title}的照片", file=file, width=size[0], height=size[1])


def home_page(**values) -> HomePage:
    """A home page at the root of the default site, in place of Wagtail's welcome page; groups and languages are there."""
    locales_provision()
    groups_provision()
    root = Page.get_first_root_node()
    home = HomePage(title="首页", slug="shouye", **values)
    root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": "微笑焦作"}
    )
    for page in Page.objects.filter(depth=2).exclude(pk=home.pk).exclude(content_type=home.content_type):
        page.delete()
    return home


def all_blocks(image: CmsImage) -> list[tuple[str, object]]:
    """Every block of a story, filled in."""
    shot = {"image": {"image": image.pk, "decorative": False, "alt_text": "四个人在湖边慢跑"}, "caption": "早上六点半"}
    return [
        ("heading", "为什么要早起"),
        (
            "paragraph",
            "<p>第一次来的人，会有一位老队员陪着。<b>没有人会被落下</b>。</p><ul><li>一双跑鞋</li><li>一杯水</li></ul>",
        ),
        ("notice", {"title": "下雨也来", "text": "小雨照常，大雨改在长廊里拉伸。"}),
        ("quote", {"text": "第二个星期，我去陪别人走。", "source": "一位队员"}),
        ("picture", shot),
        ("gallery", {"title": "那天早上", "pictures": [shot, {**shot, "caption": ""}]}),
        ("facts", {"title": "来之前要知道的", "facts": [{"label": "穿什么", "value": "运动鞋"}]}),
        ("steps", {"title": "一个早上", "steps": [{"at": "06:20", "title": "签到", "text": "分三组。"}]}),
        ("milestones", {"title": "一路走来", "entries": [{"year": "2009", "title": "三个人开始跑", "text": ""}]}),
        ("faq", {"title": "常有人问", "questions": [{"question": "没跑过步能来吗？", "answer": "<p>能。</p>"}]}),
        (
            "partners",
            {
                "title": "一起出力的伙伴",
                "partners": [{"name": "早餐铺（示例）", "contribution": "热豆浆", "url": "", "logo": image.pk}],
            },
        ),
    ]


INVITATION = ("action", {"title": "周末有空吗", "text": "", "label": "看看项目", "page": None, "address": "/projects/"})


def as_stream(*blocks: tuple[str, object]) -> str:
    """Blocks as a StreamField takes them from a form or an importer."""
    return json.dumps([{"type": kind, "value": _plain(value)} for kind, value in blocks])


def _plain(value: object) -> object:
    """Lists in the shape that the database keeps."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


def page_tree(
    *, team: Team, other_team: Team, brand: ProjectBrand, projects: list[Project], fields: list[ServiceField]
) -> SimpleNamespace:
    """One live page of each kind about these rows; returns them by name."""
    image = picture()
    home = home_page(
        intro="全市的志愿服务项目都在这里。",
        shortcuts=as_stream(("link", {"label": "这个周末", "page": None, "address": "/projects/?day=weekend"})),
        near_text="八个县市区，半小时能到。",
        body=as_stream(("chosen_projects", {"title": "推荐的项目", "projects": [each.pk for each in projects[:2]]})),
    )
    pages = SimpleNamespace(home=home)
    _brands(pages, team=team, other_team=other_team, brand=brand, image=image)
    _campaigns(pages, projects=projects, fields=fields, image=image)
    _stories(pages, team=team, project=projects[0], image=image)
    _texts(pages, image=image, projects=projects, fields=fields)
    _contact(pages)
    home.history_page, home.campaign = pages.timeline, pages.campaign
    home.save_revision().publish()
    pages_mirror(home=home)
    return pages


def _add(parent: Page, page: Page) -> Page:
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _brands(pages, *, team: Team, other_team: Team, brand: ProjectBrand, image: CmsImage) -> None:
    pages.teams = _add(
        pages.home, TeamIndexPage(title="队伍", slug="teams", intro="每一支都在招人。", show_in_menus=True)
    )
    pages.team = _add(
        pages.teams,
        TeamBrandPage(
            title=team.name,
            slug=team.slug,
            team=team,
            intro="天一亮就出发。",
            join_text="周六早上，湖边东门。",
            hero_image=image,
            is_featured=True,
            story=as_stream(*all_blocks(image)),
        ),
    )
    pages.other_team = _add(
        pages.teams, TeamBrandPage(title=other_team.name, slug=other_team.slug, team=other_team, intro="有书读的孩子。")
    )
    pages.brands = _add(pages.home, ProjectBrandIndexPage(title="项目品牌", slug="brands", show_in_menus=True))
    pages.brand = _add(
        pages.brands,
        ProjectBrandPage(
            title=brand.name,
            slug=brand.slug,
            project_brand=brand,
            hero_image=image,
            story=as_stream(*all_blocks(image), INVITATION),
        ),
    )


def _campaigns(pages, *, projects: list[Project], fields: list[ServiceField], image: CmsImage) -> None:
    today = timezone.localdate()
    pages.campaigns = _add(pages.home, CampaignIndexPage(title="主题活动", slug="campaigns", show_in_menus=True))
    shared = {"intro": "景区门口，接一接远道来的人。", "story": as_stream(*all_blocks(image)[:4]), "hero_image": image}
    sponsor = ("partner", {"name": "早餐铺（示例）", "contribution": "热豆浆", "url": "https://partner.example.org/"})
    # A few days show a board of shifts, many days a list of projects.
    running = CampaignPage(
        title="微笑迎客",
        slug="weixiao",
        kicker="这几天",
        start_date=today,
        end_date=today + timedelta(days=5),
        goal_text="让每个问路的人都有人答。",
        goal_volunteers=40,
        goal_places=60,
        goal_hours=120,
        sponsors=as_stream(sponsor),
        **shared,
    )
    running.project_links = [CampaignProject(project=project) for project in projects[:2]]
    pages.campaign = _add(pages.campaigns, running)
    query = ("query", {"fields": [field.slug for field in fields], "districts": [], "brands": [], "words": ""})
    pages.long_campaign = _add(
        pages.campaigns,
        CampaignPage(
            title="读书一季",
            slug="dushu",
            start_date=today - timedelta(days=3),
            end_date=today + timedelta(days=80),
            project_query=as_stream(query),
            **shared,
        ),
    )
    past = CampaignPage(
        title="学雷锋月", slug="leifeng", start_date=date(2024, 3, 1), end_date=date(2024, 3, 31), **shared
    )
    pages.past_campaign = _add(pages.campaigns, past)


def _stories(pages, *, team: Team, project: Project, image: CmsImage) -> None:
    pages.stories = _add(
        pages.home, StoryIndexPage(title="故事", slug="stories", intro="他们这样说。", show_in_menus=True)
    )
    story = StoryPage(
        title="第一次领跑",
        slug="lingpao",
        authors="一位队员",
        intro="从跑不动，到陪别人跑。",
        hero_image=image,
        campaign=pages.campaign,
        body=as_stream(*all_blocks(image), INVITATION),
    )
    story.team_links = [StoryTeam(team=team)]
    story.project_links = [StoryProject(project=project)]
    pages.story = _add(pages.stories, story)
    pages.plain_story = _add(
        pages.stories, StoryPage(title="雨天的伞", slug="yusan", body=as_stream(*all_blocks(image)[:2]))
    )


def _texts(pages, *, image: CmsImage, projects: list[Project], fields: list[ServiceField]) -> None:
    lists = (
        ("projects", {"title": "现在要人的", "limit": 3, "fields": [fields[0].slug], "districts": [], "brands": []}),
        ("chosen_projects", {"title": "推荐的项目", "projects": [projects[0].pk]}),
    )
    pages.help = _add(
        pages.home,
        StandardPage(
            title="怎么参加",
            slug="help",
            intro="三步就好。",
            hero_image=image,
            body=as_stream(*all_blocks(image), *lists, INVITATION),
            show_in_menus=True,
        ),
    )
    pages.accessibility = _add(
        pages.home, StandardPage(title="无障碍说明", slug="accessibility", body=as_stream(*all_blocks(image)[:2]))
    )
    entries = [
        ("entry", {"year": year, "title": title, "text": "先做起来。", "picture": None, "on_home": True})
        for year, title in (("1994", "一群年轻人先做起来"), ("2007", "有了名字"), ("2013", "全城都来"))
    ]
    pages.timeline = _add(
        pages.home, TimelinePage(title="大事记", slug="history", entries=as_stream(*entries), show_in_menus=True)
    )


def _contact(pages) -> None:
    contact = ContactPage(
        title="联系我们", slug="contact", intro="有话就说。", thanks_text="<p>我们会尽快回复。</p>", show_in_menus=True
    )
    kinds = (
        ("怎么称呼你", "singleline", ""),
        ("想说什么", "multiline", ""),
        ("回复到哪个邮箱", "email", ""),
        ("来过几次", "number", ""),
        ("哪天方便", "date", ""),
        ("关于什么", "radio", "项目\n队伍"),
        ("哪个县市区", "dropdown", "解放区\n山阳区"),
        ("怎么知道我们的", "checkboxes", "朋友\n微信"),
        ("可以打电话", "checkbox", ""),
    )
    contact.form_fields = [
        ContactField(label=label, field_type=kind, choices=choices, required=order < 2, sort_order=order)
        for order, (label, kind, choices) in enumerate(kinds)
    ]
    pages.contact = _add(pages.home, contact)
