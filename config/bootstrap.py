"""Makes `.venv` and installs what requirements.lock names: the one step that runs before anything is installed.

Run it with any Python: `python3 config/bootstrap.py`. It uses the standard library only, and its syntax is read by Python 3.6
as well, so that an old Python gets a sentence instead of a traceback. A stamp of the lock lets the next run end at once. Every
failure is one sentence in Chinese and one in English on standard error, and exit code 1.
"""

import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
STAMP = VENV / ".installed"
# Stays behind when an installation is interrupted: such a .venv can't be trusted and is made anew.
INSTALLING = VENV / ".installing"
LOG = ROOT / "var" / "bootstrap.log"
CONNECT_SECONDS = 8
NO_ANSWER = re.compile(
    r"connection (broken|refused|reset)|timed? ?out|error sending request|dns error|name resolution|unreachable|certificate",
    re.IGNORECASE,
)


class BootstrapError(Exception):
    """The environment can't be made; holds the sentence for people in Chinese and in English."""

    def __init__(self, chinese, english):
        super().__init__(chinese, english)
        self.sentences = (chinese, english)


def main() -> int:
    """Make `.venv` ready; 0 when it is, 1 after saying why not."""
    try:
        leave_old_python()
        if is_ready():
            return 0
        LOG.parent.mkdir(exist_ok=True)
        with only_one_at_a_time():
            if not is_ready():
                install()
    except BootstrapError as error:
        print("\n".join(error.sentences), file=sys.stderr)
        return 1
    except OSError as error:
        print(
            "无法准备运行环境：{0}。请检查磁盘空间和权限。\nThe environment can't be made: {0}. "
            "Look at the disk's free space and at the permissions.".format(error),
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        print("已中断；再运行一次即可。\nInterrupted; run it again.", file=sys.stderr)
        return 130
    return 0


def leave_old_python() -> None:
    """Go on in a newer Python when this one is too old and another is installed."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(20, OLDEST_PYTHON[1] - 1, -1):
        name = "python3.{}".format(minor)
        # A version manager's shim may be there without the version behind it.
        if shutil.which(name) and subprocess.call([name, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            sys.stdout.flush()
            os.execvp(name, [name, "-I", str(Path(__file__).resolve())])
    raise BootstrapError(
        "需要 Python 3.11 或更新的版本，这里的是 {}.{}。Debian 12：apt-get install python3；其他系统请安装后用 "
        "make PYTHON=路径 指定。".format(*sys.version_info),
        "Python 3.11 or newer is needed, this is {}.{}. Debian 12: apt-get install python3; elsewhere install one "
        "and name it with make PYTHON=path.".format(*sys.version_info),
    )


def stamp_text() -> str:
    """What the stamp says when `.venv` is up to date: its folder, which its scripts name, and the lock it was made from."""
    return "{}\n{}\n".format(VENV, hashlib.sha256(LOCK.read_bytes()).hexdigest())


def is_ready() -> bool:
    """Whether `.venv` holds what the lock names."""
    return STAMP.is_file() and VENV_PYTHON.exists() and not INSTALLING.exists() and STAMP.read_text() == stamp_text()


@contextmanager
def only_one_at_a_time():
    """Hold off a second run on the same folder until the first one is through."""
    with open(str(ROOT / "var" / "bootstrap.lock"), "w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def install() -> None:
    """Make `.venv` where there is no sound one, and bring it in line with the lock."""
    started_at = time.monotonic()
    LOG.write_text("")
    if not is_sound():
        make_venv()
    print(
        "正在安装依赖，第一次要几十秒…… / Installing the dependencies, the first time takes some tens of seconds …",
        flush=True,
    )
    INSTALLING.touch()
    installed = install_locked()
    INSTALLING.unlink()
    if not installed:
        raise failure()
    STAMP.write_text(stamp_text())
    print(
        "依赖已就绪（{0:.0f} 秒）。 / Dependencies are ready ({0:.0f} s).".format(time.monotonic() - started_at),
        flush=True,
    )


def is_sound() -> bool:
    """Whether an existing `.venv` can be built on: made to its end, in this folder, with a Python that is new enough."""
    if not VENV_PYTHON.exists() or INSTALLING.exists():
        return False
    if STAMP.exists() and STAMP.read_text().split("\n")[0] != str(VENV):
        return False
    return run(VENV_PYTHON, "-c", "import pip, sys; sys.exit(sys.version_info < {!r})".format(OLDEST_PYTHON))


def make_venv() -> None:
    """Make an empty `.venv` with pip, over whatever is there."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        sudo = "" if os.geteuid() == 0 else "sudo "
        raise BootstrapError(
            "这个 Python 没有 venv 模块。Debian 或 Ubuntu：{}apt-get install -y python3-venv，然后再运行一次。".format(
                sudo
            ),
            "This Python has no venv module. Debian or Ubuntu: {}apt-get install -y python3-venv, then run it again.".format(
                sudo
            ),
        )
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    shutil.rmtree(str(VENV), ignore_errors=True)
    VENV.mkdir()
    INSTALLING.touch()
    if not run(sys.executable, "-m", "venv", VENV):
        raise failure()


def install_locked() -> bool:
    """Install the lock with uv, itself from the lock, or with pip where uv can't be had or does not succeed."""
    if not have_uv():
        return not NO_ANSWER.search(LOG.read_text()) and pip_install(LOCK)
    environment = {
        "UV_HTTP_CONNECT_TIMEOUT": str(CONNECT_SECONDS),
        "UV_HTTP_TIMEOUT": "10",
        "UV_HTTP_RETRIES": "1",
        "SSL_CERT_FILE": os.environ.get("PIP_CERT"),
        "UV_DEFAULT_INDEX": pip_index(),
    }
    environment = {name: value for name, value in environment.items() if value}
    environment.update(os.environ)
    sync = ("pip", "sync", "--quiet", "--python", VENV_PYTHON, "--require-hashes", LOCK)
    return run(VENV / "bin" / "uv", *sync, environment=environment) or pip_install(LOCK)


def have_uv() -> bool:
    """Whether `.venv` has, now at least, the uv that the lock names."""
    block = re.search(r"^uv==(\S+)(?: \\\n +--hash=\S+)+", LOCK.read_text(), re.MULTILINE)
    if not block:
        return False
    if any(VENV.glob("lib/python3*/site-packages/uv-{}.dist-info".format(block.group(1)))):
        return True
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirement:
        requirement.write(block.group(0) + "\n")
        requirement.flush()
        return pip_install(requirement.name)


def pip_install(requirements) -> bool:
    """Let pip install a file of requirements with hashes; ends soon where no index answers."""
    limits = ("--timeout", str(CONNECT_SECONDS), "--retries", "1")
    return run(
        VENV_PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        *limits,
        "--no-deps",
        "--require-hashes",
        "-r",
        requirements,
    )


def pip_index() -> str:
    """The package index that pip is set to use, which uv does not look at by itself; empty for the usual one."""
    command = [str(VENV_PYTHON), "-m", "pip", "config", "get", "global.index-url"]
    answer = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        universal_newlines=True,
    )
    return os.environ.get("PIP_INDEX_URL") or answer.stdout.strip()


def run(*command, environment=None) -> bool:
    """Run a command with its output in the log; whether it succeeded."""
    environment = dict(environment or os.environ)
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"):
        environment.pop(name, None)
    with LOG.open("a") as log:
        return (
            subprocess.call(
                [str(part) for part in command],
                env=environment,
                stdout=log,
                stderr=log,
                cwd=str(ROOT),
            )
            == 0
        )


def failure() -> BootstrapError:
    """The sentence for an installation that failed, from what the log ends with."""
    text = LOG.read_text()
    if NO_ANSWER.search(text):
        return BootstrapError(
            "软件包索引没有应答：请检查网络后再运行一次，或用 PIP_INDEX_URL=镜像地址 指定一个镜像（详情见 var/bootstrap.log）。",
            "The package index does not answer: check the network and run it again, or name a mirror with "
            "PIP_INDEX_URL=address (details in var/bootstrap.log).",
        )
    last_line = next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "")
    return BootstrapError(
        "依赖没有装好：{}（全文见 var/bootstrap.log）。".format(last_line),
        "The dependencies could not be installed: {} (all of it in var/bootstrap.log).".format(last_line),
    )


if __name__ == "__main__":
    sys.exit(main())
