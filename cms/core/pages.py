"""What every page of the tree has: an address, words for search engines and messengers, and the way up."""

from functools import cached_property
from http import HTTPMethod
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction

from cms.core.addresses import is_reserved
from cms.core.models import CmsImage

#: Depth of a site's home page (the tree's root is 1); the pages of the menu lie one below.
HOME_DEPTH = 2
SOCIAL_IMAGE = "fill-1200x630|format-jpeg|jpegquality-80"
CHINESE_MARK = mark_safe(' lang="zh-Hans"')


class BasePageForm(WagtailAdminPageForm):
    """The editor's form of every page; says at once when an address is taken by the application."""

    def clean_slug(self) -> str:
        """Raise ValidationError for a first path segment that is not free."""
        slug = self.cleaned_data.get("slug") or ""
        if self.parent_page and self.parent_page.depth == HOME_DEPTH:
            check_slug_is_free(slug)
        return slug


def check_slug_is_free(slug: str) -> None:
    """Raise ValidationError when the application answers at this first path segment."""
    if slug and is_reserved(slug):
        raise ValidationError(_("网址「%(slug)s」由系统使用，请换一个。") % {"slug": slug})


class BasePage(Page):
    """A page with words for search engines and for messengers. Abstract; every page model builds on it.

    For templates: `crumbs`, `lang_attr` (marks Chinese text on an English address), `data_lang_attr` (the same for names from
    the catalog, which has no translations) and the `meta_*` variables of templates/components/meta.html.
    """

    social_title = models.CharField(
        _("分享标题"), max_length=80, blank=True, help_text=_("转发到微信、微博时的标题。留空就用页面标题。")
    )
    social_description = models.CharField(
        _("分享说明"), max_length=160, blank=True, help_text=_("转发时标题下的一两句话。留空就用搜索说明。")
    )
    social_image = models.ForeignKey(
        CmsImage,
        verbose_name=_("分享图片"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("转发时的配图，横图最好（1200×630）。留空就用页面主图。"),
    )

    base_form_class = BasePageForm
    #: Pages are read; one that takes a form says so.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    #: Open Graph's type of this page.
    meta_type = "website"
    #: Set while a request is answered, when no page of the whole site has a restriction: then none need be looked for.
    is_open = False
    #: Relations to fetch together with the page when it is asked for by its address.
    routed_relations: tuple[str, ...] = ("social_image",)

    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            heading=_("网址与搜索引擎"),
        ),
        MultiFieldPanel(
            [FieldPanel("social_title"), FieldPanel("social_description"), FieldPanel("social_image")],
            heading=_("分享到微信等平台"),
        ),
    ]

    class Meta:
        abstract = True

    # ---------- rules

    def clean(self) -> None:
        """Refuse the application's own first path segments, for live pages and drafts alike."""
        super().clean()
        self._check_slug()

    def minimal_clean(self) -> None:
        """What even a draft must satisfy."""
        super().minimal_clean()
        self._check_slug()

    def _check_slug(self) -> None:
        parent = self.get_parent()
        if parent is not None and parent.depth == HOME_DEPTH:
            try:
                check_slug_is_free(self.slug)
            except ValidationError as error:
                raise ValidationError({"slug": error}) from error

    def get_view_restrictions(self) -> models.QuerySet:
        """Restrictions of this page and of those above it, and of their sources for aliases; one query at most."""
        if self.is_open:
            return PageViewRestriction.objects.none()
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(
            Q(page__path__in=paths) | Q(page__aliases__path__in=paths) | Q(page__aliases__aliases__path__in=paths)
        ).distinct()

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """The page's address; nothing for an alias, whose text stands at another address already."""
        return [] if self.alias_of_id else super().get_sitemap_urls(request)

    # ---------- what templates read

    @property
    def lead_image(self) -> CmsImage | None:
        """The page's main picture, which messengers show when no other was chosen."""
        return None

    @property
    def lead_text(self) -> str:
        """One sentence about the page, used where no description for search engines was written."""
        return ""

    @cached_property
    def family(self) -> list[Page]:
        """Live pages above this one (below the home page) and its translations; one query."""
        above = [self.path[:end] for end in range(self.steplen * 3, len(self.path), self.steplen)]
        return list(
            Page.objects.filter(Q(path__in=above) | Q(translation_key=self.translation_key))
            .exclude(pk=self.pk)
            .live()
            .select_related("locale")
            .order_by("depth")
        )

    def get_crumbs(self, request: HttpRequest) -> list[tuple[str, str]]:
        """(title, address) of the pages between the home page and this one."""
        return [(page.title, page.get_url(request) or "") for page in self.family if self.path.startswith(page.path)]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds what layouts need about this page."""
        context = super().get_context(request, *args, **kwargs)
        in_chinese = (get_language() or "zh").startswith("zh")
        own_url = self.get_url(request) or request.path
        translations = {page.locale.language_code: page for page in self.family if self._is_translation(page)}
        real = {code: page for code, page in translations.items() if not page.alias_of_id}
        urls = {code: page.get_url(request) or "" for code, page in translations.items()}
        own = {self.locale.language_code: own_url} if urls else {}
        context.update(
            crumbs=self.get_crumbs(request),
            language_urls={**own, **urls},
            alternate_urls={} if self.alias_of_id else {**own, **{code: urls[code] for code in real}},
            canonical_url=self._source_url(request, translations.values()) or own_url,
            meta_title=self.social_title or self.seo_title,
            meta_description=self.social_description or self.search_description or self.lead_text,
            meta_type=self.meta_type,
            lang_attr="" if in_chinese or not self.alias_of_id else CHINESE_MARK,
            data_lang_attr="" if in_chinese else CHINESE_MARK,
            **self._social_image(),
        )
        return context

    def _is_translation(self, page: Page) -> bool:
        return page.translation_key == self.translation_key

    def _source_url(self, request: HttpRequest, family) -> str:
        if not self.alias_of_id:
            return ""
        source = next((page for page in family if page.pk == self.alias_of_id), None) or self.alias_of
        return source.get_url(request) or ""

    def _social_image(self) -> dict[str, str]:
        for image in (self.social_image, self.lead_image):
            # A drawing (SVG) is no picture for messengers: the site's own stands in for it.
            if image is not None and not image.is_svg():
                return {"meta_image": image.get_rendition(SOCIAL_IMAGE).url, "meta_image_alt": image.default_alt_text}
        return {}
