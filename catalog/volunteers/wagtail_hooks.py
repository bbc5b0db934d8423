"""What the city's desk finds of volunteers and privacy notices in the admin."""

from wagtail import hooks

from catalog.volunteers.viewsets import PrivacyNoticeViewSet, VolunteerViewSet


@hooks.register("register_admin_viewset")
def register_volunteer_viewsets() -> list:
    """Volunteers, masked, and the versions of the privacy notice."""
    return [VolunteerViewSet(), PrivacyNoticeViewSet()]
