"""A Redis server in a folder of its own, which keeps nothing on disk."""

import shutil
from pathlib import Path

import redis

from tests.servers import processes


def binary() -> str | None:
    """The path of `redis-server`, or of its successor."""
    return shutil.which("redis-server") or shutil.which("valkey-server")


def is_answering(url: str) -> bool:
    """Whether a Redis server answers."""
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=2) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


class RedisServer:
    """One server on a free port of 127.0.0.1."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = processes.free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = {"port": self.port, "bind": "127.0.0.1", "dir": self.folder, "save": "", "appendonly": "no"}
        command = [binary()] + [str(part) for name, value in options.items() for part in (f"--{name}", value)]
        log = self.folder / "redis.log"
        self.process = processes.start(command, log=log)
        processes.wait_until(lambda: is_answering(self.url), process=self.process, log=log, seconds=20)

    def stop(self) -> None:
        """End the server."""
        processes.stop(self.process)
