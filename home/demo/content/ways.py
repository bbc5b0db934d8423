"""Short ways to write how people apply where it is not the form on this site."""

from home.demo.content.shapes import SignupKind, SignupWay


def by_phone(instructions: str) -> SignupWay:
    """Apply by phone."""
    return SignupWay(SignupKind.PHONE, instructions)


def in_person(instructions: str) -> SignupWay:
    """Walk in."""
    return SignupWay(SignupKind.IN_PERSON, instructions)


def elsewhere(path: str, instructions: str) -> SignupWay:
    """Apply at an address outside this site (a reserved example domain)."""
    return SignupWay(SignupKind.EXTERNAL, instructions, f"https://partner.example.org/{path}")
