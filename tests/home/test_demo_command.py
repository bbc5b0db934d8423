"""`manage.py demo` from an empty database to a site that answers, and once more."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.request import urlopen

import pytest

from catalog.projects.models import Project
from tests.servers import in_site, processes

pytestmark = pytest.mark.servers
SECOND_START_SECONDS = 10


@pytest.fixture
def env(tmp_path):
    """The variables of a demo on a database and files of its own."""
    database, media = f"sqlite:///{tmp_path / 'demo.sqlite3'}", tmp_path / "media"
    return in_site.environment(database, media, DJANGO_SETTINGS_MODULE="config.settings.dev")


def command(port: int, *options: str) -> list[str]:
    return [sys.executable, "manage.py", "demo", f"--port={port}", *options]


@contextmanager
def demo(env, port: int):
    """A demo that listens; Ctrl-C ends it without a complaint."""
    log = open(f"{env['MEDIA_ROOT']}.log", "w+")  # noqa: SIM115  closed below
    process = subprocess.Popen(command(port), cwd=in_site.ROOT, env=env, stdout=log, stderr=log, text=True)
    try:
        give_up_at = time.monotonic() + 180
        while "Ctrl-C" not in os.pread(log.fileno(), 100_000, 0).decode():
            assert process.poll() is None, os.pread(log.fileno(), 100_000, 0).decode()
            assert time.monotonic() < give_up_at
            time.sleep(0.1)
        yield os.pread(log.fileno(), 100_000, 0).decode()
        process.send_signal(signal.SIGINT)
        assert process.wait(15) == 0
    finally:
        process.kill()
        log.close()


def rename_a_project() -> int:
    Project.objects.filter(pk=Project.objects.earliest("pk").pk).update(title="编辑改过的标题")
    return Project.objects.count()


def projects_and_renamed_ones() -> list[int]:
    return [Project.objects.count(), Project.objects.filter(title="编辑改过的标题").count()]


def test_second_start_is_quick_and_keeps_what_was_edited(env):
    port = processes.free_port()
    with demo(env, port) as said:
        assert f"http://127.0.0.1:{port}/" in said
        assert len(re.findall(r"\S+@\S+\.example", said)) >= 3
        with urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
            assert "微笑" in answer.read().decode()
    count = in_site.call(rename_a_project, env=env)
    assert count > 200

    started_at = time.monotonic()
    with demo(env, port):
        assert time.monotonic() - started_at < SECOND_START_SECONDS
    assert in_site.call(projects_and_renamed_ones, env=env) == [count, 1]


def test_reset_touches_no_database_but_its_own(env, tmp_path):
    database = tmp_path / "demo.sqlite3"
    database.write_text("somebody's")
    done = subprocess.run(
        command(processes.free_port(), "--reset"), cwd=in_site.ROOT, env=env, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "不会删除" in done.stderr
    assert database.read_text() == "somebody's"
