"""What editors find of projects in the admin."""

from wagtail import hooks

from catalog.projects.viewsets import ProjectViewSetGroup, project_chooser


@hooks.register("register_admin_viewset")
def register_project_viewsets() -> list:
    """Projects, activities, project brands, and the chooser of projects."""
    return [ProjectViewSetGroup(), project_chooser]
