from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = "检索"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let projects be found, and follow what changes them."""
        from django.db.models.signals import m2m_changed, post_delete, post_save

        from catalog.core.models import Audience, District, ServiceField
        from catalog.core.signals import catalog_changed
        from catalog.projects.models import Activity, Project, ProjectBrand
        from search import receivers
        from search.projects import register_projects

        register_projects()
        catalog_changed.connect(receivers.follow_catalog, dispatch_uid="search")
        for model in (Audience, District, ServiceField, ProjectBrand):
            post_save.connect(receivers.follow_taxonomy, sender=model, dispatch_uid=f"search-{model.__name__}")
        post_delete.connect(receivers.follow_deletion, sender=Project, dispatch_uid="search-Project")
        post_delete.connect(receivers.follow_deletion, sender=Activity, dispatch_uid="search-Activity")
        m2m_changed.connect(
            receivers.follow_audiences, sender=Project.audiences.through, dispatch_uid="search-audiences"
        )
