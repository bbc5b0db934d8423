"""The English tree: real translations of what people need first, aliases of all other pages."""

from wagtail.models import Locale, Page

from cms.core.services import page_mirror, pages_mirror
from home.demo.content.page_shapes import StandardPage as StandardText
from home.demo.content.pages.english import HOME_EN, INDEX_PAGES_EN, STANDARD_PAGES_EN
from home.demo.loading.made import Made
from home.demo.loading.streams import Streams
from home.demo.loading.tree import home_write, publish
from home.models import HomePage


def english_load(home: HomePage, made: Made, pages: dict[str, Page]) -> None:
    """Every Chinese page gets its English address, in the same order of the menu."""
    english = Locale.objects.get(language_code="en")
    streams = Streams(pages)
    home_write(home.copy_for_translation(english), HOME_EN, pages["/history/"].specific, streams, made)
    texts = {text.slug: text for text in (*INDEX_PAGES_EN, *STANDARD_PAGES_EN)}
    for page in home.get_children().order_by("path").specific():
        text = texts.get(page.slug)
        if text is None:
            page_mirror(page=page)
            continue
        translation = page.copy_for_translation(english)
        translation.title = translation.draft_title = text.title
        translation.intro = text.intro
        translation.search_description = text.search_description
        if isinstance(text, StandardText):
            translation.body = streams.rows(text.body)
        publish(translation, made)
    pages_mirror(home=home)
