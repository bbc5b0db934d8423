"""Blocks that only these pages use."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock
from wagtail.images.blocks import ImageBlock

from cms.core.blocks import TimelineEntryBlock


class HistoryEntryBlock(TimelineEntryBlock):
    """One year of the city's history."""

    picture = ImageBlock(label=_("图片"), required=False)
    on_home = BooleanBlock(
        label=_("也放到首页"), required=False, help_text=_("首页的弧线上最多显示四个年份，用的是这里的标题。")
    )

    class Meta:
        icon = "date"
        label = _("一年")
        label_format = "{year} {title}"
        template = "blocks/history_entry.html"
        preview_value = {
            "year": "1994",
            "title": "一群年轻人先做起来",
            "text": "没有口号，也没有马甲，先去做了再说。",
        }
