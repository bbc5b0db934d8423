"""Campaigns: holidays and days on which the whole city is called."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "cms.campaigns"
    label = "cms_campaigns"
    verbose_name = "主题活动"
    default_auto_field = "django.db.models.BigAutoField"
