"""What a request costs inside of a worker: SQL queries and CPU, measured in a process with the site's settings."""

import statistics
import time
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.core.signals import request_started
from django.core.wsgi import get_wsgi_application
from django.db import connection, reset_queries

WARM_UP = 5
MEASURED = 25


def costs(paths: dict[str, str], host: str) -> dict[str, dict[str, float]]:
    """For each address by name: SQL queries of a warm request, and the median of its CPU in milliseconds."""
    application = get_wsgi_application()
    return {name: _cost(application, path, host) for name, path in paths.items()}


def _cost(application: Any, path: str, host: str) -> dict[str, float]:
    for _each in range(WARM_UP):
        _ask(application, path, host)
    spent = sorted(_ask(application, path, host) for _each in range(MEASURED))
    return {"queries": _queries(application, path, host), "cpu_ms": statistics.median(spent) * 1000}


def _ask(application: Any, path: str, host: str) -> float:
    """Seconds of CPU for one answer, compressed as a browser asks for it; raises RuntimeError unless it is 200."""
    address, status = urlsplit(path), []
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": address.path,
        "QUERY_STRING": address.query,
        "SERVER_NAME": host,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": host,
        "HTTP_ACCEPT_ENCODING": "gzip",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    begun = time.process_time()
    response = application(environ, lambda line, headers: status.append(line))
    b"".join(response)
    response.close()
    spent = time.process_time() - begun
    if not status[0].startswith("200"):
        raise RuntimeError(f"{path} answers {status[0]}")
    return spent


def _queries(application: Any, path: str, host: str) -> int:
    request_started.disconnect(reset_queries)
    connection.force_debug_cursor = True
    try:
        reset_queries()
        _ask(application, path, host)
        return len(connection.queries)
    finally:
        connection.force_debug_cursor = False
        request_started.connect(reset_queries)
