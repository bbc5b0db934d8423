"""Starting and stopping server processes so that none outlives the tests."""

import ctypes
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


def free_port() -> int:
    """A port on 127.0.0.1 that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def end_with_parent() -> None:
    """Run in a new child: it gets SIGTERM when its parent dies, however that happens (Linux)."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start(command: list[str], *, log: Path, **options: Any) -> subprocess.Popen:
    """Start a server in a process group of its own, so that Ctrl-C reaches the tests and they stop it in order."""
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=end_with_parent,
            **options,
        )


def stop(process: subprocess.Popen, *, with_signal: int = signal.SIGTERM, seconds: float = 10) -> None:
    """Ask a server to end; kill it and what it started when it does not within `seconds`."""
    if process.poll() is None:
        process.send_signal(with_signal)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        kill(process)


def kill(process: subprocess.Popen) -> None:
    """End a server and everything it started at once, as a power cut would."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def wait_until(is_ready: Callable[[], bool], *, process: subprocess.Popen, log: Path, seconds: float) -> None:
    """Wait until `is_ready()`; raises RuntimeError with the end of the log when the server ends before, or takes too long."""
    give_up_at = time.monotonic() + seconds
    while not is_ready():
        if process.poll() is not None or time.monotonic() > give_up_at:
            what = f"ended with {process.returncode}" if process.poll() is not None else f"not ready after {seconds} s"
            raise RuntimeError(f"{process.args[0]} {what}:\n{log.read_text(errors='replace')[-3000:]}")
        time.sleep(0.05)
