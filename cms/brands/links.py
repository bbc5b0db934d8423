"""Where the catalog's teams and project brands have their pages (catalog.core.links)."""

from collections.abc import Iterable

from django.utils.translation import get_language
from wagtail.models import Page

from cms.brands.models import ProjectBrandPage, TeamBrandPage


def team_addresses(pks: Iterable[int]) -> dict[int, str]:
    """Addresses of the live pages of these teams, in the active language where there is one; one query."""
    return _addresses(TeamBrandPage, "team_id", pks)


def project_brand_addresses(pks: Iterable[int]) -> dict[int, str]:
    """Addresses of the live pages of these project brands; one query."""
    return _addresses(ProjectBrandPage, "project_brand_id", pks)


def _addresses(model: type[Page], field: str, pks: Iterable[int]) -> dict[int, str]:
    language = get_language() or ""
    found: dict[int, Page] = {}
    pages = model.objects.live().filter(**{f"{field}__in": list(pks)}).select_related("locale").defer_streamfields()
    for page in pages:
        row = getattr(page, field)
        if row not in found or page.locale.language_code == language:
            found[row] = page
    return {row: url for row, page in found.items() if (url := page.get_url())}
