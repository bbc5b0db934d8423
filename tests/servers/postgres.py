"""A PostgreSQL server in a folder of its own. It refuses root, so root starts it as the account `postgres`."""

import os
import pwd
import shutil
import signal
import subprocess
from pathlib import Path

import psycopg

from tests.servers import processes

# What a test database can do without: surviving a power cut.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=120")


def binaries() -> Path | None:
    """The folder with `initdb` and `postgres`: Debian's newest version, or the one on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def is_answering(url: str) -> bool:
    """Whether a PostgreSQL server takes connections."""
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


class PostgresServer:
    """One server on a free port, with the superuser `app` and trust for whoever is on this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = processes.free_port()
        self.url = f"postgres://app@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Make the data folder, start the server and wait until it answers."""
        folder = self.folder / "postgres"
        folder.mkdir(mode=0o700)
        account = self.account()
        if account:
            shutil.chown(folder, account["user"], account["group"])
        initdb = ["initdb", "-D", "data", "-U", "app", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run(
            [str(binaries() / initdb[0]), *initdb[1:]], cwd=folder, check=True, capture_output=True, **account
        )
        settings = [f"port={self.port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", *QUICK]
        command = [str(binaries() / "postgres"), "-D", "data"] + [part for one in settings for part in ("-c", one)]
        log = self.folder / "postgres.log"
        self.process = processes.start(command, log=log, cwd=folder, **account)
        processes.wait_until(lambda: is_answering(self.url), process=self.process, log=log, seconds=60)

    def stop(self) -> None:
        """End the server, open connections or not."""
        processes.stop(self.process, with_signal=signal.SIGINT)

    @staticmethod
    def account() -> dict:
        """The options of subprocess that make a child somebody else than root; none when this isn't root."""
        if os.geteuid() != 0:
            return {}
        names = {entry.pw_name for entry in pwd.getpwall()}
        user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
