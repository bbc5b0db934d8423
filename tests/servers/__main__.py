"""Command line: `ensure` brings what the tests need beyond Python; `keep` runs one server for the length of a test run."""

import argparse
import sys
from pathlib import Path

from tests.servers import packages, postgres, redis_server
from tests.servers.shared import keep

KEEPERS = {"postgres": postgres.PostgresServer, "redis": redis_server.RedisServer}


def main() -> int:
    """Run the command that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m tests.servers", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("ensure", help="install what is missing (as root), or say what is")
    keeper = commands.add_parser("keep", help="run a server until a process ends")
    keeper.add_argument("kind", choices=KEEPERS)
    keeper.add_argument("folder", type=Path)
    keeper.add_argument("pid", type=int)
    options = parser.parse_args()
    if options.command == "ensure":
        return packages.ensure()
    keep(KEEPERS[options.kind](options.folder), name=options.kind, folder=options.folder, pid=options.pid)
    return 0


if __name__ == "__main__":
    sys.exit(main())
