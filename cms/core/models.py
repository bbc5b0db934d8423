"""Images and documents of the site. Team collections decide who may change them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CmsImage(AbstractImage):
    """A picture, with the words that stand for it and who may be asked about its rights.

    `description` (Wagtail's own) is the alternative text; the form demands it unless `is_decorative`.
    """

    is_decorative = models.BooleanField(
        _("只作装饰"),
        default=False,
        help_text=_("图片不带信息时勾选，读屏软件会跳过它。"),
    )
    credit = models.CharField(_("作者或来源"), max_length=120, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "is_decorative", "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("图片")
        verbose_name_plural = _("图片")

    @property
    def default_alt_text(self) -> str:
        """The words for people who can't see it; empty for a decoration."""
        return "" if self.is_decorative else (self.description or self.title)


class CmsRendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(CmsImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class CmsDocument(AbstractDocument):
    """A file to download."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("文档")
        verbose_name_plural = _("文档")
