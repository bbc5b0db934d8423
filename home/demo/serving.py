"""Serves the demonstration from one process: gunicorn with two workers, on a port that is looked at before anything is done."""

import errno
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.servers.basehttp import get_internal_wsgi_application
from django.db import connections
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication


class AddressError(Exception):
    """The site can't listen where it was told to; the message says what to do."""


def address_check(*, host: str, port: str) -> int:
    """Return the port as a number when one can listen there; raises AddressError with what to do when not."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise AddressError(
            f"PORT={port} 不是端口号：请用 1 到 65535 的整数，例如 PORT=8001。\n"
            f"PORT={port} is no port: give a number from 1 to 65535, such as PORT=8001."
        )
    number = int(port)
    try:
        with _listener(host, number):
            return number
    except socket.gaierror as error:
        raise AddressError(
            f"HOST={host} 不是本机的地址：请用 HOST=127.0.0.1。\nHOST={host} is no address: give HOST=127.0.0.1."
        ) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            free = _free_port(host, number)
            raise AddressError(
                f"端口 {number} 已被占用：请换一个，例如 PORT={free}，或先停止占用它的程序。\n"
                f"Port {number} is in use: take another, such as PORT={free}, or stop the program that has it."
            ) from error
        raise AddressError(
            f"不能在 {host}:{number} 上提供服务（{error.strerror}）：请换一个，例如 PORT=8001。\n"
            f"Can't listen on {host}:{number} ({error.strerror}): take another, such as PORT=8001."
        ) from error


def _listener(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, protocol)
    try:
        # As gunicorn does: a port that a finished run has just left counts as free.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError:
        listener.close()
        raise
    return listener


def _free_port(host: str, after: int) -> int:
    for port in range(after + 1, min(after + 100, 65536)):
        try:
            with _listener(host, port):
                return port
        except OSError:
            continue
    return 8001


class _Server(BaseApplication):
    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable:
        application = get_internal_wsgi_application()
        get_resolver().url_patterns  # noqa: B018  imports every view once, before the workers are forked
        connections.close_all()  # a connection can't be shared between processes
        return application


def serve(*, host: str, port: int, on_ready: Callable[[], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; `on_ready` is called once, when the site listens."""
    options = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": 2,
        "worker_class": "gthread",
        "threads": 4,
        "timeout": 120,
        "graceful_timeout": 3,
        "preload_app": True,
        "loglevel": "warning",
        "control_socket_disable": True,
        "when_ready": lambda server: on_ready(),
    }
    _Server(options).run()


@contextmanager
def terminal_of_its_own() -> Iterator[None]:
    """Let Ctrl-C reach this process only, so that a `make` above it sees a program that ended well, and reports no failure.

    The terminal is given back at the end. Ctrl-Z would stop this process and leave `make` waiting, so it does nothing here.
    """
    terminal, owner = sys.stdin.fileno() if sys.stdin else -1, os.getpid()
    if not os.isatty(terminal) or os.tcgetpgrp(terminal) != os.getpgrp() or os.getpgrp() == owner:
        yield
        return
    before = os.getpgrp()
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    os.setpgid(0, 0)
    os.tcsetpgrp(terminal, owner)
    try:
        yield
    finally:
        if os.getpid() == owner:  # workers are forked in here and leave through here as well
            os.tcsetpgrp(terminal, before)
