"""Writes about the site as a whole."""

from django.db import transaction
from wagtail.models import Site

from home.models import HomePage


@transaction.atomic
def site_address_set(*, hostname: str, port: int, site_name: str = "") -> Site:
    """Say at which host and port the site answers, so that absolute addresses (sitemap, mails, previews) are right.

    The default site is changed; it is made below the first home page when it is missing. Raises HomePage.DoesNotExist.
    """
    site = Site.objects.select_for_update().filter(is_default_site=True).first()
    if site is None:
        site = Site(is_default_site=True, root_page=HomePage.objects.order_by("pk")[:1].get())
    site.hostname, site.port, site.site_name = hostname, port, site_name or site.site_name
    site.save()
    return site
