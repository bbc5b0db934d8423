"""What every page owes to everybody: no axe violation of WCAG 2.2 AA, in light and in dark, and nothing wider than the screen."""

import json

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: What can differ between light and dark: colours alone.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
NARROWEST = 320

# A change of colours takes a moment, and is looked at when it is over.
RUN_AXE = """async options => {
  for (const animation of document.getAnimations()) animation.finish();
  const results = await axe.run(document, options);
  return results.violations.map(violation => ({
    rule: violation.id,
    nodes: violation.nodes.map(node => node.target.join(" ") + ": " + node.failureSummary.replace(/\\s+/g, " ")),
  }));
}"""

# What sticks out on the right and can't be scrolled to within a box of its own.
FIND_WIDE = """width => [...document.body.querySelectorAll("*")].filter(element => {
  const box = element.getBoundingClientRect();
  if (box.right <= width + 1 || !box.height || element.closest("svg svg, [aria-hidden=true]")) return false;
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement)
    if (getComputedStyle(each).overflowX !== "visible") return false;
  return true;
}).map(element => {
  const right = Math.round(element.getBoundingClientRect().right);
  return element.tagName.toLowerCase() + "." + element.className + " " + right;
})"""


def problems(page: Page) -> list[str]:
    """What is wrong with the page that is open, at its present size, in light and in dark; narrower than 320 px nothing."""
    found = [f"{scheme}: {problem}" for scheme in ("light", "dark") for problem in _violations(page, scheme)]
    page.emulate_media(color_scheme="light")
    return found


def _violations(page: Page, scheme: str) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    only = {"type": "tag", "values": TAGS} if scheme == "light" else {"type": "rule", "values": COLOUR_RULES}
    violations = page.evaluate(RUN_AXE, {"runOnly": only, "resultTypes": ["violations"]})
    return [f"{violation['rule']}: {node}" for violation in violations for node in violation["nodes"]]


def overflow(page: Page) -> list[str]:
    """What is wider than the narrowest screen."""
    page.set_viewport_size({"width": NARROWEST, "height": 700})
    width = page.evaluate("document.documentElement.scrollWidth")
    wide = page.evaluate(FIND_WIDE, NARROWEST)
    return [f"{width} px wide at {NARROWEST}: {json.dumps(wide[:5])}"] if width > NARROWEST or wide else []
