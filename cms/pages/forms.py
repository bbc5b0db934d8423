"""The form that citizens fill in on the contact page, made from the fields that editors set up."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import FormBuilder

MAX_LINE = 200
MAX_TEXT = 2000
#: A field that people don't see: only machines fill it in.
HONEYPOT = "website"

#: Kinds of fields that editors may use; each renders in components/field.html and is checked on the server.
FIELD_TYPES = (
    ("singleline", _("一行文字")),
    ("multiline", _("多行文字")),
    ("email", _("邮箱")),
    ("number", _("数字")),
    ("date", _("日期")),
    ("radio", _("单选")),
    ("dropdown", _("下拉单选")),
    ("checkboxes", _("多选")),
    ("checkbox", _("打勾确认")),
)


class ContactFormBuilder(FormBuilder):
    """Fields with limits: nothing endless is stored, and phones show the right keyboard."""

    def create_singleline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """One line of text."""
        return forms.CharField(**{**options, "max_length": MAX_LINE})

    def create_multiline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """Several lines of text."""
        return forms.CharField(**{**options, "max_length": MAX_TEXT, "widget": forms.Textarea(attrs={"rows": 6})})

    def create_email_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """An e-mail address; browsers offer the own one."""
        return forms.EmailField(**options, widget=forms.EmailInput(attrs={"autocomplete": "email"}))

    def create_number_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """A number of a size that a person may mean."""
        return forms.DecimalField(**options, max_digits=12, decimal_places=2)

    def create_date_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """A day."""
        return forms.DateField(**options, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
