from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, post_save


class CoreConfig(AppConfig):
    name = "catalog.core"
    label = "catalog_core"
    verbose_name = "城市与分类"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Any write that people can see makes cached pages old."""
        from catalog.core import receivers

        post_save.connect(receivers.bump_after_save, dispatch_uid="generation")
        post_delete.connect(receivers.bump_after_delete, dispatch_uid="generation")
        m2m_changed.connect(receivers.bump_after_delete, dispatch_uid="generation")
