"""Brand pages of teams and of project brands, and the workspace that a team has in the admin."""

from cms.brands.models.project import ProjectBrandIndexPage, ProjectBrandPage
from cms.brands.models.team import TeamBrandPage, TeamIndexPage
from cms.brands.models.workspace import TeamWorkspace

__all__ = ["ProjectBrandIndexPage", "ProjectBrandPage", "TeamBrandPage", "TeamIndexPage", "TeamWorkspace"]
