"""Load from outside with wrk (Debian's package): written in C, it leaves the cores to the site."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.servers import packages

CONNECTIONS = 8  # as many as two workers with four threads serve at once
REPORT = Path(__file__).with_name("report.lua")


class ToolMissingError(Exception):
    """wrk is not here and can't be installed; the message says what to type."""


@dataclass(frozen=True)
class Speed:
    """Requests per second, and the time in milliseconds within which 95 of 100 were answered."""

    rps: float
    p95_ms: float


def tool_ensure() -> None:
    """Have wrk on the path, from Debian's packages when this is root. Raises ToolMissingError."""
    if not shutil.which("wrk") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("正在安装 wrk…… / Installing wrk …", file=sys.stderr, flush=True)
        packages.install(["wrk"])
    if not shutil.which("wrk"):
        sudo = "" if os.geteuid() == 0 else "sudo "
        raise ToolMissingError(
            f"测速还缺少 wrk，请运行：{sudo}apt-get install -y wrk\nThe benchmark lacks wrk; type: {sudo}apt-get install -y wrk"
        )


def speed_of(url: str, *, seconds: int) -> Speed:
    """Ask for `url` over CONNECTIONS kept-alive connections; raises RuntimeError when an answer is not 200 or a socket fails."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s", "-s", str(REPORT), url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60)
    line = next((each for each in done.stdout.splitlines() if each.startswith("REPORT ")), "")
    if not line:
        raise RuntimeError(f"wrk said nothing about {url}: {done.stdout[-500:]}{done.stderr[-500:]}")
    report = json.loads(line.removeprefix("REPORT "))
    if report["bad"] or report["broken"]:
        raise RuntimeError(f"{url}: {report['bad']} answers other than 200, {report['broken']} broken connections")
    return Speed(report["requests"] / report["seconds"], report["p95_ms"])
