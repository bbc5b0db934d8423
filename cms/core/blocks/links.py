"""Blocks that lead on."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.urls import translate_url
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock, StructValue, TextBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.core.blocks.text import GROUP_FACTS

_web_address = URLValidator(schemes=["http", "https"])


def validate_address(value: str) -> None:
    """Raise ValidationError unless `value` is a path of this site (/projects/?…) or an http(s) address."""
    if value.startswith("/") and not value.startswith("//") and "\\" not in value:
        return
    try:
        _web_address(value)
    except ValidationError as error:
        raise ValidationError(_("请写本站路径（以 / 开头）或以 http 开头的网址。")) from error


class LinkValue(StructValue):
    """Where a link leads."""

    @property
    def url(self) -> str:
        """The address of the chosen page while it is public, else the address that was typed."""
        language = get_language() or settings.LANGUAGE_CODE
        in_other_language = language != settings.LANGUAGE_CODE
        page = self.get("page")
        if page is not None:
            page = page.localized if in_other_language else page
            return (page.get_url() or "") if page.live else ""
        address = self.get("address") or ""
        if self.is_external or not in_other_language or address.startswith(f"/{language}/"):
            return address
        with override(settings.LANGUAGE_CODE):  # the language that the address was written in
            return translate_url(address, language)

    @property
    def is_external(self) -> bool:
        """Whether it leaves this site."""
        return not self.get("page") and not (self.get("address") or "").startswith("/")


class LinkBlock(StructBlock):
    """Words that lead to a page of this site or to an address: exactly one of both."""

    label = CharBlock(label=_("按钮文字"), max_length=24)
    page = PageChooserBlock(label=_("站内页面"), required=False)
    address = CharBlock(
        label=_("或网址"),
        max_length=300,
        required=False,
        validators=[validate_address],
        help_text=_("本站路径以 / 开头，例如 /projects/?q=晨跑；外部网址以 http 开头。"),
    )

    def clean(self, value: LinkValue) -> LinkValue:
        """Exactly one target."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and bool(cleaned.get("page")) == bool(cleaned.get("address")):
            error = ValidationError(_("站内页面和网址，请填一个，也只填一个。"))
            raise StructBlockValidationError(block_errors={"address": error})
        return cleaned

    class Meta:
        icon = "link"
        label = _("链接")
        label_format = "{label}"
        value_class = LinkValue


class CallToActionBlock(LinkBlock):
    """An invitation with one button."""

    title = CharBlock(label=_("标题"), max_length=40)
    text = TextBlock(label=_("一两句话"), max_length=160, required=False)

    class Meta:
        icon = "arrow-right"
        group = GROUP_FACTS
        label = _("行动按钮")
        label_format = _("行动按钮：{title}")
        description = _("一句邀请，加一个按钮，带人走到下一步。")
        template = "blocks/call_to_action.html"
        form_layout = ["title", "text", "label", "page", "address"]
        preview_value = {
            "title": "下个周末有空吗",
            "text": "挑一个离家近的，半天就够。",
            "label": "看看项目",
            "address": "/projects/",
        }
