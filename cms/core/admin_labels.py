"""Chinese for the labels of the admin that Wagtail itself leaves out of translation.

Where Wagtail wraps a string, ``config/locale/zh_Hans`` says it in Chinese. Some labels are made from the name of a field, a
column or a class instead, and no catalogue reaches them: they are given here, once, when the apps are ready.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.admin.forms.workflows import WorkflowContentTypeForm
from wagtail.contrib.simple_translation.models import SimpleTranslation
from wagtail.models import Locale
from wagtail.sites.views import IndexView as SiteIndexView
from wagtail.users.forms import PagePermissionsForm

FIELDS = {
    ExternalLinkChooserForm: {"link_text": _("链接文字")},
    AnchorLinkChooserForm: {"url": _("锚点"), "link_text": _("链接文字")},
    EmailLinkChooserForm: {
        "email_address": _("邮箱"),
        "link_text": _("链接文字"),
        "subject": _("邮件主题"),
        "body": _("邮件正文"),
    },
    PhoneLinkChooserForm: {"phone_number": _("电话号码"), "link_text": _("链接文字")},
    WorkflowContentTypeForm: {"content_types": _("内容类型")},
    PagePermissionsForm: {"page": _("页面")},
}
MODELS = {Locale: _("语言"), SimpleTranslation: _("页面翻译")}
SITE_COLUMNS = {"port": _("端口"), "site_name": _("站点名称"), "root_page": _("根页面")}


def label_admin() -> None:
    """Give the labels. Running it again changes nothing."""
    for form, labels in FIELDS.items():
        for field, label in labels.items():
            form.base_fields[field].label = label
    for model, label in MODELS.items():
        model._meta.verbose_name = model._meta.verbose_name_plural = label
    for column in SiteIndexView.columns:
        column.label = SITE_COLUMNS.get(column.name, column.label)
