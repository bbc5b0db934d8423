from django.apps import AppConfig


class BrandsConfig(AppConfig):
    name = "cms.brands"
    label = "cms_brands"
    verbose_name = "品牌页"
    default_auto_field = "django.db.models.BigAutoField"
