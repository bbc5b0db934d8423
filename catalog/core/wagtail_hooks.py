"""What the city's editors and administrators find of the city and its lists in the admin."""

from wagtail import hooks

from catalog.core.viewsets import AudienceViewSet, CityViewSet, DistrictViewSet, ServiceFieldViewSet


@hooks.register("register_admin_viewset")
def register_core_viewsets() -> list:
    """The city's settings, and the lists by which people filter."""
    return [CityViewSet(), DistrictViewSet(), ServiceFieldViewSet(), AudienceViewSet()]
