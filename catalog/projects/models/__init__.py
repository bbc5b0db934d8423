"""Projects: what citizens find in the catalog, and their dated occurrences."""

from catalog.projects.models.activity import Activity
from catalog.projects.models.brand import ProjectBrand
from catalog.projects.models.project import Project, ProjectTransition

__all__ = ["Activity", "Project", "ProjectBrand", "ProjectTransition"]
