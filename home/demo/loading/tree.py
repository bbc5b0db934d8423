"""The page tree: home page, lists and written pages in Chinese. Editors' words only; dates and numbers are the catalog's."""

from typing import Any

from wagtail.models import Page, Site

from cms.brands.models import ProjectBrandIndexPage, TeamIndexPage
from cms.campaigns.models import CampaignIndexPage
from cms.core.models import CmsImage
from cms.pages.models import ContactField, ContactPage, StandardPage, TimelinePage
from cms.stories.models import StoryIndexPage
from home.demo.content import page_shapes
from home.demo.content.city import CITY
from home.demo.content.pages import (
    CAMPAIGN_INDEX,
    CONTACT_PAGE,
    PROJECT_BRAND_INDEX,
    STANDARD_PAGES,
    STORY_INDEX,
    TEAM_INDEX,
    TIMELINE,
    TIMELINE_PAGE,
)
from home.demo.loading.made import Made
from home.demo.loading.streams import Streams
from home.models import HomePage

#: Written pages in the order of the footer; the page about personal information is reached from them.
FOOTER = ("about", "join", "minors", "faq", "accessibility")
UNLISTED = ("personal-information",)


def publish(page: Page, made: Made) -> Page:
    """Publish `page` as it stands, with a revision that editors go on from."""
    editor = made.logins["editor"]
    page.save_revision(user=editor).publish(user=editor)
    page.refresh_from_db()
    return page


def put(parent: Page, page: Page, made: Made) -> Page:
    """Add `page` below `parent` and publish it."""
    page.owner = made.logins["editor"]
    page.live = False
    parent.add_child(instance=page)
    return publish(page, made)


def home_load(made: Made) -> HomePage:
    """The home page that every fresh site has, and the site's name; its words come with `home_write`."""
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    site.site_name = CITY.site_name
    site.save()
    home = site.root_page.specific
    home.owner = made.logins["editor"]
    return home


def home_write(home: HomePage, text: page_shapes.HomeText, history: TimelinePage, streams: Streams, made: Made) -> None:
    """The editor's words on a home page."""
    home.title = text.title
    home.draft_title = text.title
    home.search_description = text.search_description
    home.intro = text.intro
    home.shortcuts = [streams.link(link) for link in text.shortcuts]
    home.days_title = text.days_title
    home.campaign_button = text.campaign_button
    home.brands_title = text.brands_title
    home.near_title = text.near_title
    home.near_text = text.near_text
    home.near_link = [streams.link(text.near_link)]
    home.figures_title = text.figures_title
    home.history_title = text.history_title
    home.history_today = text.history_today
    home.history_page = history
    home.body = streams.rows(text.body)
    publish(home, made)


def indexes_load(home: HomePage, made: Made) -> dict[type[Page], Page]:
    """The lists in the order of the menu, by model."""
    models: list[tuple[type[Page], page_shapes.IndexText]] = [
        (CampaignIndexPage, CAMPAIGN_INDEX),
        (TeamIndexPage, TEAM_INDEX),
        (ProjectBrandIndexPage, PROJECT_BRAND_INDEX),
        (StoryIndexPage, STORY_INDEX),
    ]
    return {
        model: put(
            home,
            model(
                title=text.title,
                slug=text.slug,
                intro=text.intro,
                search_description=text.search_description,
                show_in_menus=True,
            ),
            made,
        )
        for model, text in models
    }


def written_pages_load(home: HomePage, made: Made) -> dict[str, Page]:
    """The pages of the footer, by address. Bodies come in a second turn, when every page that they lead to exists."""
    texts = {text.slug: text for text in STANDARD_PAGES}
    pages: dict[str, Page] = {}
    for slug in (*FOOTER, *UNLISTED):
        text = texts[slug]
        page = StandardPage(
            title=text.title,
            slug=slug,
            intro=text.intro,
            search_description=text.search_description,
            hero_image=picture_of(text.picture, made),
            show_in_menus=slug in FOOTER,
        )
        pages[f"/{slug}/"] = put(home, page, made)
    history = put(home, _timeline(), made)
    contact = put(home, _contact(), made)
    pages |= {f"/{history.slug}/": history, f"/{contact.slug}/": contact}
    streams = Streams(pages)
    for slug in (*FOOTER, *UNLISTED):
        page = pages[f"/{slug}/"]
        page.body = streams.rows(texts[slug].body)
        publish(page, made)
    return pages


def picture_of(slug: str, made: Made) -> CmsImage | None:
    """The drawing called `slug`; None for ""."""
    return made.images[slug] if slug else None


def _timeline() -> TimelinePage:
    entries: list[tuple[str, dict[str, Any]]] = [
        ("entry", {"year": each.year, "title": each.title, "text": each.text, "picture": None, "on_home": each.on_home})
        for each in TIMELINE
    ]
    return TimelinePage(
        title=TIMELINE_PAGE.title,
        slug=TIMELINE_PAGE.slug,
        intro=TIMELINE_PAGE.intro,
        search_description=TIMELINE_PAGE.search_description,
        show_in_menus=True,
        entries=entries,
    )


def _contact() -> ContactPage:
    page = ContactPage(
        title=CONTACT_PAGE.title,
        slug=CONTACT_PAGE.slug,
        intro=CONTACT_PAGE.intro,
        purpose=CONTACT_PAGE.purpose,
        thanks_title=CONTACT_PAGE.thanks_title,
        thanks_text=f"<p>{CONTACT_PAGE.thanks_text}</p>",
        subject=CONTACT_PAGE.subject,
        to_address=CITY.mail,
        search_description=CONTACT_PAGE.search_description,
        show_in_menus=True,
    )
    page.form_fields = [
        ContactField(
            label=field.label,
            field_type=field.type,
            help_text=field.help_text,
            choices="\n".join(field.choices),
            required=field.required,
            sort_order=order,
        )
        for order, field in enumerate(CONTACT_PAGE.fields)
    ]
    return page
