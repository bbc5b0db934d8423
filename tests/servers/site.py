"""A whole site in processes of its own: a database, gunicorn with two workers, a log."""

import http.client
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.servers import in_site, processes
from tests.servers.databases import Database

PROBLEM = re.compile(r"( |\[)(ERROR|CRITICAL)( |\])|Traceback \(most recent call last\)")


class Site:
    """A site that answers at `url`. `seeded` is what the function returned that filled its database."""

    def __init__(self, database: Database, folder: Path, *, workers: int, threads: int, env: dict[str, str]) -> None:
        self.database = database
        self.database_url = database.url
        self.seeded = database.seeded
        self.port = processes.free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log_file = folder / "gunicorn.log"
        self.workers, self.threads = workers, threads
        self.env = in_site.environment(database.url, database.media, SITE_URL=self.url, **env)
        self.process: subprocess.Popen | None = None

    @property
    def log(self) -> str:
        """What gunicorn and the site have logged so far."""
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""

    @property
    def problems(self) -> list[str]:
        """The log's lines that tell of an error; Django warns of a request that was refused with a traceback as well."""
        lines = self.log.splitlines()
        return [
            line
            for before, line in pairwise(["", *lines])
            if PROBLEM.search(line) and not (line.startswith("Traceback") and " WARNING " in before)
        ]

    def start(self) -> None:
        """Start gunicorn and wait until it answers; also after `stop` or `kill`, at the same address."""
        self.database.address_set("127.0.0.1", self.port)
        options = {"bind": f"127.0.0.1:{self.port}", "workers": self.workers, "threads": self.threads, "timeout": 60}
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "config.wsgi:application",
            "--no-control-socket",
            "--log-level=warning",
        ]
        command += [f"--{name}={value}" for name, value in options.items()]
        self.process = processes.start(command, log=self.log_file, cwd=in_site.ROOT, env=self.env)
        processes.wait_until(self.is_answering, process=self.process, log=self.log_file, seconds=60)

    def is_answering(self) -> bool:
        """Whether the site answers a request, whatever it says."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", "/robots.txt")
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):  # not there yet, or too busy with the crowd of a test
            return False
        finally:
            connection.close()
        return True

    def stop(self) -> None:
        """End gunicorn after the requests that it is at."""
        if self.process:
            processes.stop(self.process, with_signal=signal.SIGTERM, seconds=30)

    def kill(self) -> None:
        """End gunicorn and its workers in the middle of whatever they do."""
        if self.process:
            processes.kill(self.process)

    def manage(self, *arguments: str) -> str:
        """What a management command prints on this site; raises RuntimeError when it fails."""
        return in_site.manage(*arguments, env=self.env)

    def run(self, function: Callable[..., Any], **arguments: Any) -> Any:
        """Call a module's function on this site's database; arguments and answer are what JSON can carry."""
        return in_site.call(function, env=self.env, **arguments)
