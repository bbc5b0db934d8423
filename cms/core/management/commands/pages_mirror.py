"""`manage.py pages_mirror`: every Chinese page gets an address in English until somebody translates it."""

from django.core.management.base import BaseCommand
from wagtail.models import Locale, Site

from cms.core.services import locales_provision, pages_mirror


class Command(BaseCommand):
    help = "给每个中文页面补上英文地址（内容仍是中文，直到有人翻译）。可以反复运行。"

    def handle(self, *args, **options) -> None:
        """Mirror the page tree of every site."""
        locales_provision()
        made = sum(
            pages_mirror(home=site.root_page)
            for site in Site.objects.select_related("root_page")
            if site.root_page.locale_id == Locale.get_default().pk
        )
        self.stdout.write(f"新增 {made} 个英文地址。")
