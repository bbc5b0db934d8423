"""Pages of their own: text, history, contact."""

import logging
from http import HTTPMethod
from typing import Any

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.contrib.forms.models import AbstractFormField, EmailFormMixin, FormMixin
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cms.core.blocks import PageStreamBlock
from cms.core.blocks.text import LINE_FEATURES
from cms.core.models import CmsImage
from cms.core.pages import BasePage, BasePageForm
from cms.pages.blocks import HistoryEntryBlock
from cms.pages.forms import FIELD_TYPES, HONEYPOT, ContactFormBuilder

logger = logging.getLogger(__name__)


class StandardPage(BasePage):
    """A written page: help, accessibility, about us.

    Fields for a loader: title, slug, intro, hero_image, body (PageStreamBlock). Parent: HomePage or StandardPage.
    """

    intro = models.CharField(_("导语"), max_length=200, blank=True, help_text=_("标题下的一两句话。"))
    hero_image = models.ForeignKey(
        CmsImage, verbose_name=_("主图"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = StreamField(PageStreamBlock(), verbose_name=_("正文"), blank=True)

    template = "pages/standard_page.html"
    parent_page_types = ["home.HomePage", "cms_pages.StandardPage"]
    subpage_types = ["cms_pages.StandardPage"]
    page_description = _("一页文字，例如帮助、无障碍说明。勾选「在菜单中显示」就会出现在页脚。")
    routed_relations = ("social_image", "hero_image")

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("intro"), FieldPanel("hero_image")], heading=_("页首")),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("普通页面")

    @property
    def lead_image(self) -> CmsImage | None:
        """The hero."""
        return self.hero_image

    @property
    def lead_text(self) -> str:
        """The intro."""
        return self.intro


class TimelinePage(BasePage):
    """The history, year by year.

    Fields for a loader: title, slug, intro, hero_image, entries ([("entry", {"year", "title", "text", "on_home"})]).
    Parent: HomePage.
    """

    intro = models.CharField(_("导语"), max_length=200, blank=True, help_text=_("标题下的一两句话。"))
    hero_image = models.ForeignKey(
        CmsImage, verbose_name=_("主图"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    entries = StreamField([("entry", HistoryEntryBlock())], verbose_name=_("年份"), blank=True)

    template = "pages/timeline_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("大事记：一年一条，从早到晚。首页的弧线从这里取年份。")
    routed_relations = ("social_image", "hero_image")

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("intro"), FieldPanel("hero_image")], heading=_("页首")),
        FieldPanel("entries"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("entries")]

    class Meta:
        verbose_name = _("大事记页")

    @property
    def lead_image(self) -> CmsImage | None:
        """The hero."""
        return self.hero_image

    @property
    def lead_text(self) -> str:
        """The intro."""
        return self.intro

    def highlights(self, limit: int) -> list[tuple[str, str]]:
        """(year, title) of the entries that the editor ticked for the home page, at most `limit`."""
        ticked = [entry.value for entry in self.entries if entry.value.get("on_home")]
        return [(value["year"], value["title"]) for value in ticked[:limit]]


class ContactPageForm(BasePageForm, WagtailAdminFormPageForm):
    """The editor's form: the address is checked as on every page, and no two fields have the same name."""


class ContactPage(EmailFormMixin, FormMixin, BasePage):
    """A page with a form that citizens fill in. What they send is kept, and mailed when an address is given.

    Fields for a loader: title, slug, intro, purpose, thanks_title, thanks_text, to_address, subject and
    form_fields (ContactField(label, field_type, required, choices="a\\nb", help_text, sort_order)). Parent: HomePage.
    """

    intro = models.CharField(_("导语"), max_length=200, blank=True, help_text=_("标题下的一两句话。"))
    purpose = models.CharField(
        _("用途说明"),
        max_length=200,
        default="你填写的内容只用来回复你这一次，不作别的用途。",
        help_text=_("显示在提交按钮上方，告诉大家这些信息用来做什么。"),
    )
    thanks_title = models.CharField(_("提交后的标题"), max_length=60, default="收到了，谢谢你")
    thanks_text = RichTextField(_("提交后的话"), features=LINE_FEATURES, blank=True)

    base_form_class = ContactPageForm
    allowed_http_methods = [*BasePage.allowed_http_methods, HTTPMethod.POST]
    form_builder = ContactFormBuilder
    template = "pages/contact_page.html"
    landing_page_template = "pages/contact_page_landing.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("带表单的页面，例如联系我们。收到的内容保存在后台，也可以发到邮箱。")
    preview_modes = [("form", _("填写时")), ("landing", _("提交后"))]

    content_panels = [
        FormSubmissionsPanel(),
        *BasePage.content_panels,
        FieldPanel("intro"),
        InlinePanel("form_fields", heading=_("表单"), label=_("一个问题")),
        FieldPanel("purpose"),
        MultiFieldPanel([FieldPanel("thanks_title"), FieldPanel("thanks_text")], heading=_("提交之后")),
        MultiFieldPanel(
            [FieldPanel("subject"), FieldRowPanel([FieldPanel("to_address"), FieldPanel("from_address")])],
            heading=_("同时发到邮箱"),
        ),
    ]

    class Meta:
        verbose_name = _("联系表单页")

    @property
    def lead_text(self) -> str:
        """The intro."""
        return self.intro

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Show the form, take what was sent (and go on by redirect, so that a reload sends nothing twice), say thanks."""
        if request.method == "POST":
            return self._take(request)
        if "sent" in request.GET:
            return self.render_landing_page(request)
        return self._show(request, self.get_form(page=self, user=request.user))

    def _take(self, request: HttpRequest) -> HttpResponse:
        form = self.get_form(request.POST, page=self, user=request.user)
        if not form.is_valid():
            return self._show(request, form)
        # A machine that filled in the hidden field is thanked like everybody, and forgotten.
        if not request.POST.get(HONEYPOT):
            self.process_form_submission(form)
        return redirect(f"{self.get_url(request)}?sent=1")

    def _show(self, request: HttpRequest, form: Any) -> HttpResponse:
        request.is_preview = getattr(request, "is_preview", False)
        context = {**self.get_context(request), "form": form}
        return TemplateResponse(request, self.get_template(request), context, status=422 if form.errors else 200)

    def send_mail(self, form: Any) -> None:
        """Mail what was sent once it is safely kept; a mail server that fails costs nobody the message."""

        def send() -> None:
            try:
                super(ContactPage, self).send_mail(form)
            except OSError:
                logger.exception("the message of a contact form could not be mailed")

        transaction.on_commit(send)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds the name of the field that only machines see."""
        return {**super().get_context(request, *args, **kwargs), "honeypot": HONEYPOT}


class ContactField(AbstractFormField):
    """One question of a contact page."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="form_fields")
    field_type = models.CharField(_("类型"), max_length=16, choices=FIELD_TYPES, default="singleline")

    class Meta(AbstractFormField.Meta):
        verbose_name = _("问题")
