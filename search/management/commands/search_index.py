"""`manage.py search_index build|check`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import registry, sync
from search.check import Difference, differences


class Command(BaseCommand):
    """Builds the index anew, or compares it with the database and names what differs."""

    help = "重建检索索引（build），或核对索引与数据库（check）。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["build", "check"])

    def handle(self, *args: Any, **options: Any) -> None:
        if options["action"] == "build":
            self._build()
        else:
            self._check()

    def _build(self) -> None:
        total = sum(sync.mark_all(kind) for kind in registry.kinds())
        sync.work_off()
        self.stdout.write(f"索引已重建，共 {total} 条。")

    def _check(self) -> None:
        found: list[Difference] = list(differences())
        for difference in found:
            self.stdout.write(str(difference))
        if found:
            raise CommandError(f"有 {len(found)} 处不同。运行 manage.py search_index build 重建。")
        self.stdout.write("索引与数据库一致。")
