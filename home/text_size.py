"""大字版: larger text, chosen by a link and remembered in a cookie."""

from enum import Enum

TEXT_COOKIE = "text"
TEXT_COOKIE_SECONDS = 60 * 60 * 24 * 365


class TextSize(Enum):
    """How large a visitor wants the text."""

    NORMAL = "normal"
    LARGE = "large"

    @classmethod
    def read(cls, value: str | None) -> "TextSize":
        """The size that a cookie or a parameter names; NORMAL for anything else."""
        return cls.LARGE if value == cls.LARGE.value else cls.NORMAL

    def other(self) -> "TextSize":
        """The size that the switch offers."""
        return TextSize.NORMAL if self is TextSize.LARGE else TextSize.LARGE
