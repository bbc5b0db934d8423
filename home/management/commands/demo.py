"""`manage.py demo`: the demonstration from an empty folder to a site that answers."""

import fcntl
import shutil
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Site

from home.demo import loader
from home.demo.serving import AddressError, address_check, serve, terminal_of_its_own


class ResetError(Exception):
    """The demo can't be begun anew; the message says what to do."""


class Command(BaseCommand):
    """Migrates, loads the demo city when it isn't there yet, says how to log in, and serves the site."""

    help = "启动演示城市：建库、装入数据、提供网站。"
    requires_system_checks: list[str] = []  # the tests do that; a second start is to be quick

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, and whether to begin anew."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")
        parser.add_argument("--reset", action="store_true")

    def handle(self, *, host: str, port: str, reset: bool, **options: Any) -> None:
        """Do it, or say in one sentence why not."""
        try:
            with terminal_of_its_own():
                self.run(host=host, port=address_check(host=host, port=port), reset=reset)
        except (AddressError, ResetError) as error:
            self.stderr.write(str(error), style_func=str)
            sys.exit(1)
        except KeyboardInterrupt:
            self.say("已停止。", "Stopped.")

    def run(self, *, host: str, port: int, reset: bool) -> None:
        """Bring database and content up to date, then serve until Ctrl-C."""
        running = self.only_one(reset=reset)
        if reset:
            self.remove_everything()
        self.migrate()
        self.load()
        self.address_set(host=host, port=port)
        fcntl.flock(running, fcntl.LOCK_SH)  # a second site on another port may share the database
        serve(host=host, port=port, on_ready=lambda: self.welcome(host=host, port=port))

    def say(self, chinese: str, english: str) -> None:
        """Print a sentence in both languages, at once."""
        self.stdout.write(f"{chinese} / {english}")
        self.stdout.flush()

    def only_one(self, *, reset: bool) -> IO[str]:
        """Hold a lock while the site runs, so that nobody deletes the database below it."""
        lock = (settings.VAR_DIR / "demo.lock").open("w")
        try:
            fcntl.flock(lock, (fcntl.LOCK_EX if reset else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ResetError(
                "演示网站正在运行：请先用 Ctrl-C 停止它。\nThe demo is running: stop it first with Ctrl-C."
            ) from error
        return lock

    def remove_everything(self) -> None:
        """Delete the demo's database and uploaded files; raises ResetError when they are not the demo's own."""
        database, media = settings.VAR_DIR / "db.sqlite3", settings.VAR_DIR / "media"
        own = connection.vendor == "sqlite" and Path(connection.settings_dict["NAME"]) == database
        if not own or Path(settings.MEDIA_ROOT) != media:
            raise ResetError(
                "DATABASE_URL 或 MEDIA_ROOT 指向别处，不会删除：请去掉它们，或自己清空那个数据库。\n"
                "DATABASE_URL or MEDIA_ROOT points elsewhere, so nothing is deleted: unset them, or empty that database yourself."
            )
        self.say("正在删除 var/db.sqlite3 和 var/media……", "Deleting var/db.sqlite3 and var/media …")
        connection.close()
        for path in settings.VAR_DIR.glob("db.sqlite3*"):
            path.unlink()
        shutil.rmtree(media, ignore_errors=True)

    def migrate(self) -> None:
        """Bring the database's tables up to date."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.say("正在建立数据库……", "Setting up the database …")
            call_command("migrate", interactive=False, verbosity=0)

    def load(self) -> None:
        """Load the demo city, once."""
        if not loader.is_loaded():
            self.say("正在装入演示城市，约一分钟……", "Loading the demo city, about a minute …")
            loader.load()

    def address_set(self, *, host: str, port: int) -> None:
        """Let Wagtail's site know where it is served: addresses in mails and in the sitemap are made from it."""
        for site in Site.objects.filter(is_default_site=True).exclude(hostname=host, port=port):
            site.hostname, site.port = host, port
            site.save()

    def welcome(self, *, host: str, port: int) -> None:
        """Print where the site is, and as whom to log in."""
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        lines = [
            "",
            f"微笑焦作演示网站 / The demo:  {address}/",
            f"管理后台 / The admin:         {address}/admin/",
            f"邮件和短信 / Mail and SMS:    {address}/outbox/",
            "",
            "登录：输入下面的邮箱，验证码在“邮件和短信”页里。 / Log in with one of these; the code is on the page of mail and SMS.",
            *(f"  {login.email:<32} {login.role}" for login in loader.LOGINS),
            "",
            "按 Ctrl-C 停止。 / Ctrl-C stops it.",
        ]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()
