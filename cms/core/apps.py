"""The ground on which pages stand."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class CmsCoreConfig(AppConfig):
    name = "cms.core"
    label = "cms_core"
    verbose_name = "内容基础"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Label the admin; make groups and languages after every migration, when the permissions of all apps exist."""
        from cms.core.admin_labels import label_admin
        from cms.core.receivers import provision_after_migrate

        label_admin()
        last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
        post_migrate.connect(provision_after_migrate, sender=last, dispatch_uid="cms_core_provision")
