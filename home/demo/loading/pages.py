"""Pages about what the catalog holds: teams, project brands, campaigns, stories."""

from datetime import date, timedelta

from django.utils.html import escape
from wagtail.models import Page

from catalog.projects.enums import ProjectState
from catalog.projects.models import Project
from cms.brands.models import ProjectBrandIndexPage, ProjectBrandPage, TeamBrandPage, TeamIndexPage
from cms.brands.services import team_workspace_provision
from cms.campaigns.models import CampaignIndexPage, CampaignPage, CampaignProject
from cms.stories.models import StoryIndexPage, StoryPage, StoryProject, StoryTeam
from home.demo.content.brands import PROJECT_BRANDS
from home.demo.content.page_shapes import Campaign, TeamStory
from home.demo.content.pages import CAMPAIGNS, STORIES, TEAM_STORIES
from home.demo.content.pages.welcome import DAYS_AFTER, DAYS_BEFORE, WELCOME
from home.demo.content.shapes import Team as TeamText
from home.demo.content.teams import TEAMS
from home.demo.loading.dates import campaign_days
from home.demo.loading.made import Made
from home.demo.loading.plans import Plan
from home.demo.loading.streams import StreamRow, Streams, gallery_of, milestones_of, steps_of
from home.demo.loading.tree import put

STORY_TITLE = "一路走来"
HOW_TITLE = "怎样加入"
TRY_TITLE = "跟着我们做一回"
#: The scenic spots, shown side by side where the campaign goes there.
SCENIC = ("place-yuntaishan", "place-qingtianhe", "place-shennongshan")
SCENIC_TITLE = "先认认地方"
#: Behind the words about the places.
SCENIC_POSITION = 4
SCENIC_CAMPAIGNS = ("wuyi", "shiyi")
#: A campaign that begins within so many days is near.
SOON_DAYS = 60


def team_pages_load(index: TeamIndexPage, made: Made) -> None:
    """A page for every team, with a story where one was written, and the team's workspace in the admin."""
    stories = {story.team: story for story in TEAM_STORIES}
    for text in TEAMS:
        story = stories.get(text.slug)
        page = _told(text, story, made) if story else _plain(text, made)
        put(index, page, made)
    for team in made.teams.values():
        team_workspace_provision(team=team)


def _told(text: TeamText, story: TeamStory, made: Made) -> TeamBrandPage:
    return TeamBrandPage(
        title=text.name,
        slug=text.slug,
        team=made.teams[text.slug],
        intro=story.tagline,
        join_text=story.invitation,
        hero_image=made.images[story.picture],
        is_featured=True,
        search_description=f"{text.name}：{text.summary}",
        story=[
            Streams().paragraphs(story.story),
            steps_of(story.day_title, story.day),
            ("quote", {"text": story.quote, "source": story.quote_source}),
            milestones_of(STORY_TITLE, story.milestones),
        ],
    )


def _plain(text: TeamText, made: Made) -> TeamBrandPage:
    """A young team's page: what a turn with it looks like, in the words of one of its own notices."""
    return TeamBrandPage(
        title=text.name,
        slug=text.slug,
        team=made.teams[text.slug],
        intro=text.summary,
        join_text=f"挑一场报名，到了找{text.contact}。第一次来，有人带着做。",
        search_description=f"{text.name}：{text.summary}",
        story=_one_turn(text, made),
    )


def _one_turn(text: TeamText, made: Made) -> list[StreamRow]:
    plans = [plan for plan in made.plans if plan.notice.team.slug == text.slug and plan.state == ProjectState.PUBLISHED]
    if not plans:
        return []
    plan = max(plans, key=lambda plan: len(plan.sessions) if not plan.notice.schedule.months else 0)
    steps = "".join(f"<li>{escape(step)}</li>" for step in plan.notice.steps)
    return [("heading", TRY_TITLE), ("paragraph", f"<p>{escape(plan.notice.summary)}</p><ol>{steps}</ol>")]


def project_brand_pages_load(index: ProjectBrandIndexPage, made: Made) -> None:
    """The four project brands."""
    for brand in PROJECT_BRANDS:
        page = ProjectBrandPage(
            title=brand.name,
            slug=brand.slug,
            project_brand=made.brands[brand.slug],
            intro=brand.tagline,
            hero_image=made.images[brand.picture],
            search_description=f"{brand.name}：{brand.tagline}",
            story=[
                Streams().paragraphs(brand.story),
                ("heading", HOW_TITLE),
                Streams().bullets(brand.how),
                milestones_of(STORY_TITLE, brand.milestones),
            ],
        )
        put(index, page, made)


def campaign_pages_load(index: CampaignIndexPage, made: Made, pages: dict[str, Page]) -> dict[str, CampaignPage]:
    """The campaigns of the year, by slug; one for newcomers now, when none of the others is near."""
    made_pages = {}
    for text, first, last in campaigns_around(made.today):
        page = _campaign(text, first, last, Streams(pages), made)
        if text is WELCOME:
            chosen = _newcomers_projects(made, last)
            page.project_links = [CampaignProject(project=each, sort_order=n) for n, each in enumerate(chosen)]
        made_pages[text.slug] = put(index, page, made)
    return made_pages


def campaigns_around(today: date) -> list[tuple[Campaign, date, date]]:
    """The campaigns with their first and last days; the one for newcomers where none of the others runs or begins soon."""
    found = [
        (text, *campaign_days(text.holiday, today, before=text.days_before, after=text.days_after))
        for text in CAMPAIGNS
    ]
    if not any(today <= last and (first - today).days <= SOON_DAYS for _text, first, last in found):
        found.append((WELCOME, today - timedelta(days=DAYS_BEFORE), today + timedelta(days=DAYS_AFTER)))
    return found


def _newcomers_projects(made: Made, last: date) -> list[Project]:
    """Projects for newcomers with a session ahead, one of each district and team, soonest first."""
    by_district: dict[str, Plan] = {}
    teams = set()
    plans = [plan for plan in made.plans if plan.state == ProjectState.PUBLISHED and plan.has_form]
    made.dice("newcomers").shuffle(plans)
    for plan in plans:
        soon = any(each.starts_at.date() <= last for each in plan.coming(made.now))
        suits = "first-time" in plan.notice.template.audiences
        if soon and suits and plan.notice.team.slug not in teams:
            teams.add(plan.notice.team.slug)
            by_district.setdefault(plan.notice.place.district, plan)
    chosen = sorted(by_district.values(), key=lambda plan: min(each.starts_at for each in plan.coming(made.now)))
    return [made.projects[plan.title] for plan in chosen]


def _campaign(text: Campaign, first: date, last: date, streams: Streams, made: Made) -> CampaignPage:
    query, rows = text.query, streams.rows(text.story)
    if text.slug in SCENIC_CAMPAIGNS:
        rows.insert(SCENIC_POSITION, gallery_of(made, SCENIC_TITLE, SCENIC))
    asks = {"fields": query.fields, "districts": query.districts, "brands": query.brands, "words": query.words}
    page = CampaignPage(
        title=text.title,
        slug=text.slug,
        start_date=first,
        end_date=last,
        kicker=text.kicker,
        intro=text.summary,
        hero_image=made.images[text.picture],
        goal_text=text.goal_text,
        goal_volunteers=text.goal_volunteers,
        goal_places=text.goal_places,
        search_description=text.summary,
        story=rows,
        sponsors=[
            ("partner", {"name": each.name, "contribution": each.contribution, "url": "", "logo": None})
            for each in text.partners
        ],
    )
    if any(asks.values()):
        value = {name: list(values) for name, values in asks.items()} | {"words": " ".join(query.words)}
        page.project_query = [("query", {**value, "team": None, "from_date": None, "to_date": None})]
    return page


def story_pages_load(
    index: StoryIndexPage, made: Made, campaigns: dict[str, CampaignPage], pages: dict[str, Page]
) -> None:
    """The stories, each with what it is about."""
    streams = Streams(pages)
    for text in sorted(STORIES, key=lambda story: -story.days_ago):
        page = StoryPage(
            title=text.title,
            slug=text.slug,
            date=made.today - timedelta(days=text.days_ago),
            authors=text.author,
            intro=text.summary,
            hero_image=made.images[text.picture],
            search_description=text.summary,
            body=streams.rows(text.body),
            campaign=campaigns.get(text.campaign),
        )
        page.team_links = [StoryTeam(team=made.teams[slug], sort_order=n) for n, slug in enumerate(text.teams)]
        page.project_links = [
            StoryProject(project=made.projects[title], sort_order=n) for n, title in enumerate(text.projects)
        ]
        put(index, page, made)
