"""Who may know whom, read from the contracts that import-linter holds (pyproject.toml), so that the order stands once."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
ROOMS = tuple(LINTER["root_packages"])


def _ranks() -> dict[str, int]:
    """The height of each room and each catalog app; neighbours on one layer have the same height and may not know each other."""
    ranks: dict[str, int] = {}
    contracts = [contract for contract in LINTER["contracts"] if contract["type"] == "layers"]
    for contract in sorted(contracts, key=lambda contract: "containers" in contract, reverse=True):
        prefix = "".join(f"{container}." for container in contract.get("containers", ()))
        for layer in reversed(contract["layers"]):
            height = len(ranks)
            ranks |= {prefix + name: height for name in re.findall(r"\w+", layer)}
    return ranks


RANKS = _ranks()


def place(module: str) -> str | None:
    """The room or catalog app that a dotted path belongs to; None for other people's code."""
    first, _, rest = module.partition(".")
    if first == "catalog" and rest:
        return f"catalog.{rest.split('.')[0]}"
    return first if first in ROOMS else None


def may_know(one: str, other: str) -> bool:
    """Whether one place may name the other: itself, or what lies below it."""
    return one == other or RANKS[one] > RANKS[other]
