"""Stories: what happened, told."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "cms.stories"
    label = "cms_stories"
    verbose_name = "故事"
    default_auto_field = "django.db.models.BigAutoField"
