"""What every engine offers. The text analysis is not its business: it is given tokens and finds tokens."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence

from search.analysis import Run
from search.documents import Document, Hit, Key, NearHit


class SearchEngine(ABC):
    """Keeps documents and finds them. The same documents and the same query give the same hits in the same order on each."""

    @abstractmethod
    def index(self, documents: Iterable[Document]) -> int:
        """Take these documents in place of what was known of them. Returns how many differed."""

    @abstractmethod
    def delete(self, keys: Iterable[Key]) -> int:
        """Forget these. Returns how many were known."""

    @abstractmethod
    def match(self, runs: Sequence[Run], kinds: Collection[str]) -> list[Hit]:
        """The documents of `kinds` that have every run, best first.

        The relevance is the sum, over runs and fields, of the field's weight where the field alone holds the whole run. A run
        may also be spread over fields; then it is found and adds nothing.
        """

    @abstractmethod
    def near(self, runs: Sequence[Run], kinds: Collection[str], limit: int) -> list[NearHit]:
        """The documents of `kinds` that hold the most tokens of the query without having to hold all, best first."""

    @abstractmethod
    def fingerprints(self, kind: str) -> dict[int, str]:
        """The fingerprint of every document of `kind` that is known, by object id."""

    @abstractmethod
    def postings(self, keys: Iterable[Key]) -> dict[Key, dict[str, int]]:
        """What is stored of these documents: tokens with the bits of their fields."""

    @abstractmethod
    def forget_fingerprints(self, kind: str) -> None:
        """Let every document of `kind` be indexed again although it did not change."""
