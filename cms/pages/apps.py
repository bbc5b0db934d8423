"""Pages of their own: standard, history, contact."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "cms.pages"
    label = "cms_pages"
    verbose_name = "普通页面"
    default_auto_field = "django.db.models.BigAutoField"
