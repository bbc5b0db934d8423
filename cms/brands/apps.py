"""Brand pages of teams and of project brands."""

from django.apps import AppConfig
from django.db.models.signals import post_save


class BrandsConfig(AppConfig):
    name = "cms.brands"
    label = "cms_brands"
    verbose_name = "品牌页"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the catalog where its teams and brands have pages, and follow who leads a team."""
        from catalog.core import links
        from catalog.teams.signals import membership_changed
        from cms.brands import receivers
        from cms.brands.links import project_brand_addresses, team_addresses
        from cms.brands.models import TeamIndexPage

        links.register("team", team_addresses)
        links.register("project_brand", project_brand_addresses)
        membership_changed.connect(receivers.follow_membership, dispatch_uid="cms_brands_membership")
        post_save.connect(receivers.review_below_index, sender=TeamIndexPage, dispatch_uid="cms_brands_review")
