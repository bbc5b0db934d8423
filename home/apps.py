from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = "首页与导航"
    default_auto_field = "django.db.models.BigAutoField"
