from django.apps import AppConfig


class VolunteersConfig(AppConfig):
    name = "catalog.volunteers"
    label = "catalog_volunteers"
    verbose_name = "志愿者与账号"
    default_auto_field = "django.db.models.BigAutoField"
