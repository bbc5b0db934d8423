"""Blocks of words."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock, TextBlock

#: What editors may do in running text: no pictures or embeds inside of it, no headings above the third level, no italics.
PROSE_FEATURES = ["h3", "bold", "ol", "ul", "link", "document-link"]
LINE_FEATURES = ["bold", "link"]

GROUP_TEXT = _("文字")
GROUP_PICTURE = _("图片")
GROUP_FACTS = _("要点")
GROUP_LIVE = _("实时数据")


class HeadingBlock(CharBlock):
    """A headline inside of the text (second level)."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, max_length=60, **kwargs)

    class Meta:
        icon = "title"
        group = GROUP_TEXT
        label = _("小标题")
        description = _("给下面的文字起个标题，让人一眼看到讲什么。")
        template = "blocks/heading.html"
        preview_value = "为什么要早起"


class ProseBlock(RichTextBlock):
    """Running text."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, features=PROSE_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        group = GROUP_TEXT
        label = _("正文")
        description = _("一段或几段文字，可以加粗、列清单、放链接和文件。")
        template = "blocks/prose.html"
        preview_value = "<p>第一次来的人，会有一位老队员陪着跑完全程。跑得慢没关系，<b>没有人会被落下</b>。</p>"


class NoticeBlock(StructBlock):
    """A quiet panel for what must not be overlooked."""

    title = CharBlock(label=_("标题"), max_length=40, required=False)
    text = TextBlock(label=_("内容"), max_length=300)

    class Meta:
        icon = "warning"
        group = GROUP_TEXT
        label = _("提醒")
        label_format = _("提醒：{text}")
        description = _("一句不能错过的话，例如集合地点有变。")
        template = "blocks/notice.html"
        preview_value = {"title": "下雨也来", "text": "小雨照常，大雨改在湖边长廊里拉伸。"}


class QuoteBlock(StructBlock):
    """What somebody said, with who said it."""

    text = TextBlock(label=_("原话"), max_length=300)
    source = CharBlock(
        label=_("谁说的"), max_length=60, help_text=_("写身份也可以，例如「一位队员」。用真名要先得到本人同意。")
    )

    class Meta:
        icon = "openquote"
        group = GROUP_TEXT
        label = _("引语")
        label_format = _("引语：{source}")
        description = _("一句原话，大字显示。")
        template = "blocks/quote.html"
        preview_value = {
            "text": "头一回跑了八百米就走了，领跑的大哥陪我走完。第二个星期，我去陪别人走。",
            "source": "一位队员，经本人同意",
        }


class QuestionBlock(StructBlock):
    """One question with its answer."""

    question = CharBlock(label=_("问题"), max_length=100)
    answer = RichTextBlock(label=_("回答"), features=LINE_FEATURES)

    class Meta:
        icon = "help"
        label = _("一问一答")
        label_format = "{question}"


class FaqBlock(StructBlock):
    """Questions that people ask again and again."""

    title = CharBlock(label=_("标题"), max_length=60, required=False)
    questions = ListBlock(QuestionBlock(), label=_("问答"), min_num=1)

    class Meta:
        icon = "help"
        group = GROUP_FACTS
        label = _("常见问题")
        label_format = _("常见问题：{title}")
        description = _("大家常问的问题，点开看回答。")
        template = "blocks/faq.html"
        preview_value = {
            "title": "常有人问",
            "questions": [{"question": "没跑过步能来吗？", "answer": "<p>能。有慢跑组，也有快走组。</p>"}],
        }


class FactBlock(StructBlock):
    """One fact: what it is, and its value."""

    label = CharBlock(label=_("名目"), max_length=30)
    value = CharBlock(label=_("内容"), max_length=120)

    class Meta:
        icon = "list-ul"
        label = _("一条要点")
        label_format = "{label}：{value}"


class FactsBlock(StructBlock):
    """Facts side by side. Dates and numbers that the catalog knows don't belong here."""

    title = CharBlock(label=_("标题"), max_length=60, required=False)
    facts = ListBlock(FactBlock(), label=_("要点"), min_num=1, max_num=8)

    class Meta:
        icon = "list-ul"
        group = GROUP_FACTS
        label = _("要点")
        label_format = _("要点：{title}")
        description = _("几条并排的要点。场次、名额和人数由系统自动显示，不用写在这里。")
        template = "blocks/facts.html"
        preview_value = {
            "title": "来之前要知道的",
            "facts": [
                {"label": "穿什么", "value": "运动鞋，薄外套"},
                {"label": "带什么", "value": "水杯，擦汗的毛巾"},
            ],
        }


class StepBlock(StructBlock):
    """One step; `at` is a clock time or a short word."""

    at = CharBlock(label=_("时间或顺序"), max_length=12, required=False, help_text=_("例如 06:30，或「第一步」。"))
    title = CharBlock(label=_("标题"), max_length=40)
    text = TextBlock(label=_("说明"), max_length=200, required=False)

    class Meta:
        icon = "time"
        label = _("一步")
        label_format = "{at} {title}"


class StepsBlock(StructBlock):
    """Steps, or the course of a day."""

    title = CharBlock(label=_("标题"), max_length=60, required=False)
    steps = ListBlock(StepBlock(), label=_("步骤"), min_num=1, max_num=9)

    class Meta:
        icon = "list-ol"
        group = GROUP_FACTS
        label = _("步骤")
        label_format = _("步骤：{title}")
        description = _("一天怎么过、一件事分几步，一步一格。")
        template = "blocks/steps.html"
        wide = True
        preview_value = {
            "title": "一个早上是这样过的",
            "steps": [
                {"at": "06:20", "title": "签到，分组", "text": "快跑、慢跑、快走三组，随时可以换。"},
                {"at": "06:30", "title": "绕湖出发", "text": "每组一个领跑，一个压尾，不落下人。"},
                {"at": "07:15", "title": "拉伸，捡垃圾", "text": "十五分钟，湖边就干净了。"},
            ],
        }


class TimelineEntryBlock(StructBlock):
    """What happened in one year."""

    year = CharBlock(label=_("年份"), max_length=20, help_text=_("例如 1994 或 2012年2月。"))
    title = CharBlock(label=_("标题"), max_length=60)
    text = TextBlock(label=_("说明"), max_length=400, required=False)

    class Meta:
        icon = "date"
        label = _("一年")
        label_format = "{year} {title}"


class MilestonesBlock(StructBlock):
    """The way so far, year by year."""

    title = CharBlock(label=_("标题"), max_length=60, required=False)
    entries = ListBlock(TimelineEntryBlock(), label=_("年份"), min_num=1)

    class Meta:
        icon = "date"
        group = GROUP_FACTS
        label = _("大事记")
        label_format = _("大事记：{title}")
        description = _("一年一格，讲清一路怎么走来。")
        template = "blocks/milestones.html"
        wide = True
        preview_value = {
            "title": "一路走来",
            "entries": [{"year": "2009", "title": "三个人开始跑", "text": "后来每个星期多一个人。"}],
        }


__all__ = [
    "FactsBlock",
    "FaqBlock",
    "HeadingBlock",
    "MilestonesBlock",
    "NoticeBlock",
    "ProseBlock",
    "QuoteBlock",
    "StepsBlock",
    "TimelineEntryBlock",
]
