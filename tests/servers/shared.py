"""What the workers of one test run share: a folder, and one server of each kind, started by whoever needs it first.

A server belongs to a keeper process, which ends it when the run's first process (pytest itself, not a worker) is gone, whether it
came to its end, was interrupted or was killed.
"""

import fcntl
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

FOLDER_VARIABLE = "TEST_RUN_FOLDER"
PID_VARIABLE = "TEST_RUN_PID"


class Server(Protocol):
    """What a keeper can keep."""

    url: str

    def start(self) -> None:
        """Start and wait until it answers."""

    def stop(self) -> None:
        """End it."""


def begin() -> None:
    """Make the run's folder; called once, before there are workers, who inherit the variables."""
    folder = tempfile.mkdtemp(prefix="tests-")
    Path(folder).chmod(0o711)  # PostgreSQL's account passes through, and reads nothing
    os.environ[FOLDER_VARIABLE] = folder
    os.environ[PID_VARIABLE] = str(os.getpid())


def end() -> None:
    """Stop every server of the run and remove its folder."""
    for pid_file in folder().glob("*.pid"):
        pid = int(pid_file.read_text())
        try:
            keeper = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        os.kill(pid, signal.SIGTERM)
        select.select([keeper], [], [], 20)
        os.close(keeper)
    shutil.rmtree(folder(), ignore_errors=True)


def folder() -> Path:
    """The folder of this test run."""
    return Path(os.environ[FOLDER_VARIABLE])


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Hold off the run's other workers from doing the same thing."""
    with (folder() / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def given(variable: str) -> str:
    """The address of a server that the environment offers for tests; empty when the run has its own."""
    return os.environ.get(variable, "")


def server_url(name: str) -> str:
    """The address of the run's server of this kind (`postgres`, `redis`), which is started when this is the first question."""
    url_file = folder() / f"{name}.url"
    with locked(name):
        if not url_file.exists():
            start_keeper(name, url_file)
    return url_file.read_text()


def start_keeper(name: str, url_file: Path) -> None:
    """Start the keeper of a server and wait until it has told the address; raises RuntimeError with what it said when it fails."""
    log = folder() / f"{name}-keeper.log"
    command = [sys.executable, "-m", "tests.servers", "keep", name, str(folder()), os.environ[PID_VARIABLE]]
    root = Path(__file__).resolve().parent.parent.parent
    with log.open("wb") as output:
        keeper = subprocess.Popen(command, cwd=root, stdout=output, stderr=output, start_new_session=True)
    while not url_file.exists():
        if keeper.poll() is not None:
            raise RuntimeError(f"{name} did not start:\n{log.read_text()[-3000:]}")
        time.sleep(0.05)


def keep(server: Server, *, name: str, folder: Path, pid: int) -> None:
    """Run a server until process `pid` ends or somebody says SIGTERM."""
    (folder / f"{name}.pid").write_text(str(os.getpid()))
    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)
    signal.set_wakeup_fd(write_end)
    signal.signal(signal.SIGTERM, lambda *_: None)
    watched = os.pidfd_open(pid)
    server.start()
    try:
        (folder / f"{name}.url.new").write_text(server.url)
        (folder / f"{name}.url.new").rename(folder / f"{name}.url")
        select.select([watched, read_end], [], [])
    finally:
        server.stop()
        if select.select([watched], [], [], 0)[0]:  # pytest was killed: nobody else removes the folder
            shutil.rmtree(folder, ignore_errors=True)
