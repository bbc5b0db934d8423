from django.apps import AppConfig


class CmsCoreConfig(AppConfig):
    name = "cms.core"
    label = "cms_core"
    verbose_name = "内容基础"
    default_auto_field = "django.db.models.BigAutoField"
