"""How many queries an address costs, the same at every run."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

#: The number under which pages are kept is looked up at most once a second: whether it is counted depends on the clock.
BY_THE_CLOCK = "catalog_core_generation"


def counted(run) -> int:
    """The queries of `run()`."""
    with CaptureQueriesContext(connection) as seen:
        run()
    return sum(BY_THE_CLOCK not in query["sql"] for query in seen.captured_queries)


def queries_of(client: Client, url: str) -> int:
    """The queries of a second visit."""
    client.get(url)
    return counted(lambda: client.get(url))
