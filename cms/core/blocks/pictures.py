"""Blocks of pictures. Every picture has words for people who can't see it, or says that it only decorates."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, URLBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from cms.core.blocks.text import GROUP_FACTS, GROUP_PICTURE


class PictureBlock(StructBlock):
    """A picture with a caption."""

    image = ImageBlock(label=_("图片"))
    caption = CharBlock(label=_("图片说明"), max_length=120, required=False)

    class Meta:
        icon = "image"
        group = GROUP_PICTURE
        label = _("图片")
        label_format = _("图片：{caption}")
        description = _("一张图，必须写替代文字（看不见图的人听到的话）。照片里认得出的人要先同意。")
        template = "blocks/picture.html"
        preview_template = "blocks/previews/picture.html"


class GalleryBlock(StructBlock):
    """Pictures side by side."""

    title = CharBlock(label=_("标题"), max_length=60, required=False)
    pictures = ListBlock(PictureBlock(), label=_("图片"), min_num=2, max_num=12)

    class Meta:
        icon = "grid"
        group = GROUP_PICTURE
        label = _("图集")
        label_format = _("图集：{title}")
        description = _("两张到十二张图并排，每张都要有替代文字。")
        template = "blocks/gallery.html"
        preview_template = "blocks/previews/gallery.html"
        wide = True


class PartnerBlock(StructBlock):
    """Who helps, and with what."""

    name = CharBlock(label=_("名称"), max_length=60)
    contribution = CharBlock(label=_("支持了什么"), max_length=80, required=False)
    url = URLBlock(label=_("网址"), required=False)
    logo = ImageChooserBlock(label=_("标志"), required=False, help_text=_("旁边写着名称，所以标志不用替代文字。"))

    class Meta:
        icon = "group"
        label = _("一家伙伴")
        label_format = "{name}"


class PartnersBlock(StructBlock):
    """Partners and sponsors."""

    title = CharBlock(label=_("标题"), max_length=60, default=_("一起出力的伙伴"))
    partners = ListBlock(PartnerBlock(), label=_("伙伴"), min_num=1, max_num=24)

    class Meta:
        icon = "group"
        group = GROUP_FACTS
        label = _("合作伙伴")
        label_format = _("合作伙伴：{title}")
        description = _("支持活动的单位和商家，写清各自支持了什么。")
        template = "blocks/partners.html"
        wide = True
        preview_value = {
            "title": "一起出力的伙伴",
            "partners": [{"name": "湖边早餐铺（示例）", "contribution": "每个早上三十杯热豆浆"}],
        }
