"""What the city's desk finds of sign-ups in the admin."""

from wagtail import hooks

from catalog.signups.viewsets import SignupViewSet


@hooks.register("register_admin_viewset")
def register_signup_viewset() -> SignupViewSet:
    """Sign-ups, to look at."""
    return SignupViewSet()
