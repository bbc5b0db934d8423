"""What the tests need beyond Python: Chromium, Chinese glyphs, PostgreSQL and Redis, from Debian's packages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.servers import browser, postgres, redis_server

GLYPH_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
)


def has_chinese_glyphs() -> bool:
    """Whether a font with Chinese glyphs is installed, without which pictures of pages show boxes."""
    if shutil.which("fc-list"):
        return bool(subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True).stdout.strip())
    return any(any(Path(folder).rglob("*CJK*")) for folder in GLYPH_FOLDERS)


NEEDS: dict[str, Callable[[], object]] = {
    "chromium": browser.chromium,
    "fonts-noto-cjk": has_chinese_glyphs,
    "postgresql": lambda: os.environ.get("TEST_POSTGRES_URL") or postgres.binaries(),
    "redis-server": lambda: os.environ.get("TEST_REDIS_URL") or redis_server.binary(),
}


def missing() -> list[str]:
    """The Debian packages that stand for what is not here."""
    return [package for package, is_here in NEEDS.items() if not is_here()]


def ensure() -> int:
    """Install what is missing when this is root on Debian; otherwise say what is missing and what to type. 0 when all is here."""
    packages = missing()
    if not packages:
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"正在安装测试所需的软件：{' '.join(packages)}…… / Installing what the tests need …", flush=True)
        install(packages)
        packages = missing()
        if not packages:
            return 0
    command = f"{'' if os.geteuid() == 0 else 'sudo '}apt-get install -y {' '.join(packages)}"
    print(
        f"测试还缺少 {'、'.join(packages)}，请运行：{command}\nThe tests still lack {', '.join(packages)}; type: {command}",
        file=sys.stderr,
    )
    return 1


def install(packages: list[str]) -> None:
    """Install Debian packages without a question; the lists are fetched only when the first try did not succeed."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    lock_wait = ("-o", "DPkg::Lock::Timeout=120")
    command = ["apt-get", *lock_wait, "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.run(command, env=environment, capture_output=True).returncode != 0:
        subprocess.run(["apt-get", *lock_wait, "update", "-qq"], env=environment)
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL)
