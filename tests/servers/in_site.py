"""Runs one function in a site's settings, in a process of its own.

`python -m tests.servers.in_site MODULE FUNCTION ARGUMENTS RESULT`: ARGUMENTS is JSON, RESULT the file that the function's
answer goes to as JSON. Tests call it through `call`.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SETTINGS = "config.settings.test_site"


def environment(database_url: str, media_root: Path, **more: str) -> dict[str, str]:
    """The variables of a process that works on this database and these files."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": database_url,
        "MEDIA_ROOT": str(media_root),
        "REDIS_URL": "",
        **more,
    }


def manage(*arguments: str, env: Mapping[str, str]) -> str:
    """What a management command prints; raises RuntimeError with everything it said when it fails."""
    return _output([sys.executable, str(ROOT / "manage.py"), *arguments], env)


def call(function: Callable[..., Any], *, env: Mapping[str, str], **arguments: Any) -> Any:
    """Call a module's function over there; arguments and answer are what JSON can carry."""
    with tempfile.NamedTemporaryFile("r", suffix=".json") as result:
        where = [function.__module__, function.__qualname__, json.dumps(arguments), result.name]
        _output([sys.executable, "-m", "tests.servers.in_site", *where], env)
        return json.load(result)


def _output(command: list[str], env: Mapping[str, str]) -> str:
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command[1:4])} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def main() -> None:
    """Do what the command line says."""
    import django

    module, function, arguments, result = sys.argv[1:]
    django.setup()
    answer = getattr(import_module(module), function)(**json.loads(arguments))
    Path(result).write_text(json.dumps(answer))


if __name__ == "__main__":
    main()
