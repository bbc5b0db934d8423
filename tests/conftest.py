"""Rules that every test is held to, and the fixtures that tests share.

A test fails when something logs an ERROR, when a template of ours uses a variable that isn't there, when a datetime without a
zone reaches the database (pyproject.toml turns that warning into an error), or when something calls another machine.
"""

import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

import hypothesis
import pytest
from django.template import Node, engines
from django.template.base import FilterExpression
from django.test import override_settings

from catalog.core import generation
from home import memo, middleware
from search import snapshot
from tests.servers import databases, shared

pytest_plugins = ["tests.servers.fixtures"]

# A busy machine is no reason to fail; what was found once is found again.
hypothesis.settings.register_profile("tests", deadline=None, derandomize=True)
hypothesis.settings.load_profile("tests")

TEMPLATES = str(Path(__file__).resolve().parent.parent / "templates")


def pytest_configure(config: pytest.Config) -> None:
    """Begin the run's shared folder, in the first process only."""
    # Playwright keeps an event loop in the test's thread, where Django would refuse the database.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    if not hasattr(config, "workerinput"):
        shared.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the run's servers: also after a failure or Ctrl-C."""
    if not hasattr(config, "workerinput"):
        databases.remove_templates()
        shared.end()


@pytest.fixture(scope="session", autouse=True)
def media_of_this_run() -> Iterator[None]:
    """Uploaded files go to the run's folder, one for each worker, and leave with it."""
    media = shared.folder() / f"media-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with override_settings(MEDIA_ROOT=str(media)):
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """What pages keep in memory belongs to the database of one test."""
    memo.forget()
    snapshot.forget()
    generation.forget()
    middleware.store.clear()


class _ErrorKeeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_error_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs an ERROR, unless `@pytest.mark.expects_error_log("logger")` says that it must."""
    keeper = _ErrorKeeper()
    logging.getLogger().addHandler(keeper)
    yield
    logging.getLogger().removeHandler(keeper)
    marker = request.node.get_closest_marker("expects_error_log")
    expected = marker.args if marker else ()
    surprising = [record for record in keeper.records if not record.name.startswith(expected or ("\0",))]
    if surprising:
        text = "\n".join(logging.Formatter("%(name)s: %(message)s").format(record) for record in surprising)
        pytest.fail(f"logged as an error:\n{text}", pytrace=False)
    if expected and not keeper.records:
        pytest.fail(f"expected an error in the log of {', '.join(expected)}", pytrace=False)


class _UndefinedVariable(str):
    """Stands for a variable that a template lacks: empty for others' templates, which rely on that, and noted for ours."""

    seen: list[str] = []

    def __bool__(self) -> bool:
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        # Django asks here whether to put something in the variable's place; a filter may ask the same value later on.
        if isinstance(expression, FilterExpression):
            # `|default:` says that the variable may be absent.
            if not {function.__name__ for function, _ in expression.filters} & {"default", "default_if_none"}:
                self.note(expression, frame)
        return False

    def note(self, expression: FilterExpression, frame: FrameType | None) -> None:
        """Remember the variable when the node that asks for it is in a template of ours."""
        while frame is not None:
            node = frame.f_locals.get("self")
            if isinstance(node, Node) and node.token is not None:
                if str(node.origin.name).startswith(TEMPLATES):
                    self.seen.append(f"{node.origin.template_name}:{node.token.lineno}: {expression}")
                return
            frame = frame.f_back


@pytest.fixture(autouse=True)
def no_undefined_variable() -> Iterator[None]:
    """Fail a test that renders a template of ours with a variable that isn't there."""
    sentinel = _UndefinedVariable()
    for engine in engines.all():
        engine.engine.string_if_invalid = sentinel
    _UndefinedVariable.seen = []
    yield
    if _UndefinedVariable.seen:
        pytest.fail("undefined in a template:\n" + "\n".join(_UndefinedVariable.seen), pytrace=False)


def _is_here(address: object) -> bool:
    """Whether a socket's address is on this machine, or a server that the environment offers for tests."""
    if not isinstance(address, tuple):  # a Unix socket
        return True
    host = str(address[0])
    offered = {urlsplit(os.environ.get(name, "")).hostname for name in ("TEST_POSTGRES_URL", "TEST_REDIS_URL")}
    return host in {"localhost", "::1", ""} or host.startswith("127.") or host in offered


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that calls another machine, also when the caller catches the error."""
    called: list[str] = []

    def guarded(name: str):
        original = getattr(socket.socket, name)

        def connect(self: socket.socket, address: object):
            if _is_here(address):
                return original(self, address)
            called.append(str(address))
            raise ConnectionRefusedError(f"tests call no other machine: {address}")

        return connect

    def getaddrinfo(host, *args, **kwargs):
        name = host.decode() if isinstance(host, bytes) else str(host or "")
        if _is_here((name,)) or name.replace(".", "").isdecimal():  # an address needs no question
            return resolve(host, *args, **kwargs)
        called.append(name)
        raise socket.gaierror(f"tests call no other machine: {name}")

    resolve = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guarded(name))
    yield
    if called:
        pytest.fail(f"called another machine: {', '.join(called)}", pytrace=False)
