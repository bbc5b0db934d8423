"""Project brands of the city."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.core.models import PublicIdModel


class ProjectBrand(PublicIdModel):
    """项目品牌 such as 「书香连心」: a name under which several teams run projects. Kept by the city's editors."""

    name = models.CharField(
        _("名称"),
        max_length=40,
        unique=True,
        help_text=_("带书名引号，例如「书香连心」。"),
    )
    slug = models.SlugField(_("标识"), max_length=60, unique=True)
    summary = models.CharField(_("一句话介绍"), max_length=160, blank=True)
    order = models.PositiveSmallIntegerField(_("顺序"), default=0)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("图片"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("项目品牌")
        verbose_name_plural = _("项目品牌")

    def __str__(self) -> str:
        return self.name
