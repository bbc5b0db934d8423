from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "catalog.projects"
    label = "catalog_projects"
    verbose_name = "志愿服务项目"
    default_auto_field = "django.db.models.BigAutoField"
