"""What a first visit transfers: the page with its styles, scripts and pictures, each as the server sends it."""

import http.client
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

NAMED_IN_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
NAMED_IN_SCRIPTS = re.compile(r"""(?:^|[;\s])(?:import|export)[^"';]*["']([^"']+)["']""")
LOADED_LINKS = {"stylesheet", "icon", "modulepreload", "preload"}


class _Page(HTMLParser):
    """Collects the addresses that a browser loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "img", "source") and given.get("src"):
            self.found.append(given["src"])
        if tag == "link" and LOADED_LINKS & set(given.get("rel", "").split()):
            self.found.append(given.get("href", ""))


def first_visit_bytes(url: str) -> int:
    """Bytes of all bodies of a first visit, every address once; raises RuntimeError when one of them does not answer 200."""
    asked: set[str] = set()
    waiting, total = [url], 0
    while waiting:
        address = waiting.pop()
        if address in asked or urlsplit(address).netloc != urlsplit(url).netloc:
            continue
        asked.add(address)
        # A second time without compression to read it; the first is what is counted.
        total += len(_body(address, "br, gzip")[0])
        body, kind = _body(address, "identity")
        waiting += [urljoin(address, each) for each in _named_in(body, kind)]
    return total


def _named_in(body: bytes, kind: str) -> list[str]:
    if "html" in kind:
        page = _Page()
        page.feed(body.decode())
        return page.found
    if "css" in kind:
        found = [first or second for first, second in NAMED_IN_STYLES.findall(body.decode())]
        return [each for each in found if not each.startswith("data:")]
    return NAMED_IN_SCRIPTS.findall(body.decode()) if "javascript" in kind else []


def _body(url: str, encoding: str) -> tuple[bytes, str]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    try:
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request("GET", target or "/", headers={"Accept-Encoding": encoding})
        response = connection.getresponse()
        body = response.read()
    finally:
        connection.close()
    if response.status != 200:
        raise RuntimeError(f"{url} answers {response.status}")
    return body, response.headers.get("Content-Type", "")
