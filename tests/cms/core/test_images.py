"""Pictures: nobody adds one without words, and pages show them in the right size."""

import io

import pytest
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from PIL import Image
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.core.blocks import PictureBlock
from cms.core.models import CmsImage
from tests.factories.pages import picture

pytestmark = pytest.mark.django_db

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600"><path d="M0 0h9v9z"/></svg>'


def upload(name: str = "lake.png") -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("RGB", (640, 480), (40, 120, 90)).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue(), "image/png")


def drawing() -> CmsImage:
    return CmsImage.objects.create(
        title="画",
        description="湖边的画",
        file=ImageFile(io.BytesIO(DRAWING), name="drawing.svg"),
        width=800,
        height=600,
    )


def tag(image, arguments: str = "") -> str:
    template = Template("{% load cms_pages %}{% picture image " + arguments + " %}")
    return template.render(Context({"image": image}))


@pytest.mark.parametrize("words", ["", "   "])
def test_picture_without_words_is_refused(editor, words):
    answer = editor.post("/admin/images/add/", {"title": "湖", "file": upload(), "description": words, "credit": ""})
    assert answer.status_code == 200
    assert "请写一句话说明图上有什么" in answer.content.decode()
    assert not CmsImage.objects.exists()


def test_picture_with_words_or_marked_as_decoration_is_taken(editor):
    editor.post("/admin/images/add/", {"title": "湖", "file": upload(), "description": "清晨的湖", "credit": ""})
    editor.post(
        "/admin/images/add/", {"title": "花边", "file": upload("edge.png"), "is_decorative": "on", "credit": ""}
    )
    assert {image.default_alt_text for image in CmsImage.objects.all()} == {"清晨的湖", ""}


def test_many_pictures_at_once_wait_for_their_words(editor):
    answer = editor.post("/admin/images/multiple/add/", {"title": "湖", "files[]": upload(), "collection": "1"})
    assert answer.status_code == 200
    assert not CmsImage.objects.exists() or not CmsImage.objects.filter(description="").exists()


def test_picture_on_a_page_needs_words_of_its_own_or_says_that_it_decorates():
    block, image = PictureBlock(), picture()
    form = {"image": {"image": image.pk, "alt_text": "", "decorative": False}, "caption": ""}
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python(form))
    form["image"]["decorative"] = True
    block.clean(block.to_python(form))


def test_photo_is_offered_in_several_widths_with_its_measures():
    html = tag(picture(size=(1000, 500)), 'sizes="50vw"')
    assert 'alt="湖边晨跑的照片"' in html
    assert 'srcset="' in html
    assert "480w" in html
    assert "1600w" not in html
    assert 'sizes="50vw"' in html
    assert 'width="800"' in html
    assert 'height="400"' in html
    assert 'loading="lazy"' in html


def test_first_picture_of_a_page_loads_at_once():
    html = tag(picture(), "eager=True")
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_shape_crops_around_the_focal_point():
    html = tag(picture(size=(1600, 600)), 'shape="4x3"')
    assert 'width="800"' in html
    assert 'height="600"' in html


def test_drawing_is_shown_as_it_is():
    html = tag(drawing(), 'shape="4x3"')
    assert ".svg" in html
    assert 'width="800"' in html
    assert "srcset" not in html


def test_missing_picture_or_missing_file_draws_nothing():
    assert tag(None) == ""
    image = picture()
    image.file.storage.delete(image.file.name)
    assert tag(image) == ""


def test_messengers_get_a_photo_and_never_a_drawing(client, home):
    from tests.factories.cms import StandardPageFactory

    photo = StandardPageFactory(parent=home, hero_image=picture(size=(1400, 800)))
    drawn = StandardPageFactory(parent=home, hero_image=drawing())
    assert ".jpg" in client.get(photo.get_url()).content.decode().split("og:image")[1]
    assert "og-default.png" in client.get(drawn.get_url()).content.decode().split("og:image")[1]
