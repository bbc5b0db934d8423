"""Forms of the media library."""

from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm


class CmsImageForm(BaseImageForm):
    """A picture without words is no picture for many people: a description is demanded, or the tick 「只作装饰」."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("description"):
            field.label = _("替代文字")
            field.help_text = _("看不见图片的人靠这句话知道图上有什么。只作装饰的图片可以不写。")

    def clean(self) -> dict:
        """Demand alternative text unless the picture only decorates."""
        cleaned = super().clean() or self.cleaned_data
        if "description" in self.fields and not cleaned.get("is_decorative"):
            if not (cleaned.get("description") or "").strip():
                self.add_error("description", _("请写一句话说明图上有什么；纯装饰的图片请勾选「只作装饰」。"))
        return cleaned
