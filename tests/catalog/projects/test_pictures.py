"""The picture at the head: the project's own, its brand's, its field's; drawings stay drawings."""

from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file

from cms.core.models import CmsImage
from tests.factories.catalog import ProjectBrandFactory, ProjectFactory, ServiceFieldFactory

pytestmark = pytest.mark.django_db

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 500" width="1200" height="500"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture(autouse=True)
def no_kept_renditions():
    """Wagtail keeps renditions by the image's number, which another test has as well."""
    cache.clear()


def photo(words="志愿者在河边捡垃圾"):
    return CmsImage.objects.create(
        title="河边", description=words, file=get_test_image_file(filename="river.png", size=(1600, 1200))
    )


def drawing():
    return CmsImage.objects.create(title="河", description="一条河", file=ContentFile(DRAWING, name="river.svg"))


def test_a_photo_comes_in_sizes_with_words_and_measures(read):
    page = read(ProjectFactory(image=photo()))
    image = page.one(".lede__pic img")
    assert image["alt"] == "志愿者在河边捡垃圾"
    assert (image["width"], image["height"]) == ("800", "600")
    assert [part.split()[1] for part in image["srcset"].split(", ")] == ["480w", "800w", "1120w"]
    assert page.one("meta[property='og:image']")["content"].startswith("http://testserver/media/")


def test_a_small_photo_offers_each_width_once(read):
    small = CmsImage.objects.create(title="小", file=get_test_image_file(filename="small.png", size=(400, 300)))
    image = read(ProjectFactory(image=small)).one(".lede__pic img")
    assert len(image["srcset"].split(", ")) == 1


def test_a_drawing_stays_one_and_messengers_get_the_sites_picture(read):
    page = read(ProjectFactory(image=drawing()))
    image = page.one(".lede__pic img")
    assert image["src"].endswith(".svg")
    assert int(image["width"]) / int(image["height"]) == pytest.approx(4 / 3, abs=0.01)
    assert page.one("meta[property='og:image']")["content"].endswith("og-default.png")


def test_without_its_own_the_brand_gives_the_picture_then_the_field(read):
    brand = ProjectBrandFactory(image=photo("品牌的图"))
    field = ServiceFieldFactory(image=photo("领域的图"))
    assert read(ProjectFactory(brand=brand, field=field)).one(".lede__pic img")["alt"] == "品牌的图"
    assert read(ProjectFactory(field=field)).one(".lede__pic img")["alt"] == "领域的图"


def test_a_page_without_a_picture_is_whole(read):
    page = read(ProjectFactory())
    assert not page.all(".lede__pic")
    assert page.one("h1")


def test_a_file_that_is_gone_leaves_the_page_standing(read):
    image = photo()
    Path(image.file.path).unlink()
    page = read(ProjectFactory(image=image))
    assert not page.all(".lede__pic")


def test_the_teams_picture_is_its_crest(read):
    project = ProjectFactory(team__image=photo())
    assert read(project).one(".crest img")["alt"] == ""
