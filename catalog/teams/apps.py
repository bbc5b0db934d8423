from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "catalog.teams"
    label = "catalog_teams"
    verbose_name = "志愿服务队伍"
    default_auto_field = "django.db.models.BigAutoField"
