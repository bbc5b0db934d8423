"""Fresh databases for whole sites: migrated, and filled by a test's own function, once per run; then copied for each call."""

import hashlib
import json
import shutil
import sqlite3
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import psycopg
from psycopg import sql

from tests.servers import in_site, shared

Engine = Literal["sqlite", "postgresql"]
Seed = Callable[[], Any]


@dataclass(frozen=True)
class Database:
    """A database, the uploaded files that belong to it, and what the function that filled it returned."""

    url: str
    media: Path
    seeded: Any = None

    @property
    def name(self) -> str:
        """The name on its server, or the file's path."""
        return self.url.removeprefix("sqlite:///") if self.url.startswith("sqlite:") else self.url.rpartition("/")[2]

    def address_set(self, host: str, port: int) -> None:
        """Let Wagtail's site know where it is served, which addresses in sitemaps and mails are made from."""
        statement = f"UPDATE wagtailcore_site SET hostname = '{host}', port = {port:d} WHERE is_default_site"
        if self.url.startswith("sqlite:"):
            connection = sqlite3.connect(self.name, timeout=20)
            with connection:
                connection.execute(statement)
            connection.close()
        else:
            with psycopg.connect(self.url) as connection:
                connection.execute(statement)

    def remove(self) -> None:
        """Give back its room."""
        if self.url.startswith("sqlite:"):
            shutil.rmtree(Path(self.name).parent, ignore_errors=True)
        else:
            _on_postgres("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)
            shutil.rmtree(self.media.parent, ignore_errors=True)


def postgres_server() -> str:
    """The address of the server for tests: the one that TEST_POSTGRES_URL names, or the run's own."""
    return shared.given("TEST_POSTGRES_URL") or shared.server_url("postgres")


def redis_server() -> str:
    """The address of the Redis for tests: the one that TEST_REDIS_URL names, or the run's own."""
    return shared.given("TEST_REDIS_URL") or shared.server_url("redis")


def fresh(engine: Engine, *, seed: Seed | None = None) -> Database:
    """A migrated database that nobody else uses, with what `seed` (a module's function without arguments) wrote into it."""
    return _copy(_template(engine, seed), engine, f"test_{uuid.uuid4().hex[:12]}")


def remove_templates() -> None:
    """Leave nothing on a server that is not the run's own."""
    for record in shared.folder().glob("template_*.json") if shared.given("TEST_POSTGRES_URL") else ():
        stored = json.loads(record.read_text())
        Database(stored["url"], Path(stored["media"])).remove()


def _template(engine: Engine, seed: Seed | None) -> Database:
    """The database that copies are taken from, made when this is the first question of the run."""
    what = f"{seed.__module__}.{seed.__qualname__}" if seed else ""
    name = f"template_{hashlib.sha256(f'{shared.folder()}{engine}{what}'.encode()).hexdigest()[:12]}"
    record = shared.folder() / f"{name}.json"
    with shared.locked(name):
        if not record.exists():
            database = _copy(_template(engine, None), engine, name) if seed else _empty(engine, name)
            env = in_site.environment(database.url, database.media)
            answer = in_site.call(seed, env=env) if seed else in_site.manage("migrate", "--verbosity=0", env=env)
            record.write_text(json.dumps({"url": database.url, "media": str(database.media), "seeded": answer or None}))
    stored = json.loads(record.read_text())
    return Database(stored["url"], Path(stored["media"]), stored["seeded"])


def _empty(engine: Engine, name: str) -> Database:
    folder = shared.folder() / name
    (folder / "media").mkdir(parents=True)
    if engine == "sqlite":
        return Database(f"sqlite:///{folder / 'db.sqlite3'}", folder / "media")
    _on_postgres("CREATE DATABASE {}", name)
    return Database(_sibling(name), folder / "media")


def _copy(template: Database, engine: Engine, name: str) -> Database:
    folder = shared.folder() / name
    shutil.copytree(template.media, folder / "media")
    if engine == "sqlite":
        source, target = sqlite3.connect(template.name), sqlite3.connect(folder / "db.sqlite3")
        source.backup(target)
        source.close()
        target.close()
        return Database(f"sqlite:///{folder / 'db.sqlite3'}", folder / "media", template.seeded)
    with shared.locked("postgres-copy"):  # a template can be copied by one session at a time
        _on_postgres("CREATE DATABASE {} TEMPLATE {}", name, template.name)
    return Database(_sibling(name), folder / "media", template.seeded)


def _sibling(name: str) -> str:
    return f"{postgres_server().rpartition('/')[0]}/{name}"


def _on_postgres(statement: str, *names: str) -> None:
    with psycopg.connect(postgres_server(), autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
