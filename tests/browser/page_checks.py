"""What a page must be for everyone: axe-core's rules, and what axe can't see."""

from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

SMALLEST = 24
COMFORTABLE = 44
NARROW = {"width": 320, "height": 256}
"""A screen of 1280 × 1024 at 400 %."""

SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What WCAG 2.2, 1.4.12 lets a reader set."""


@cache
def axe_script() -> str:
    """Give axe-core, as the package bundles it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, *rules: str) -> list[str]:
    """Run axe-core's rules, best practices included, or these alone; give what they find, one a line."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe_script())
    settle(page)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{page.url}: {one['id']}: {one['help']}: {node['html'][:300]} ({node['failureSummary']})"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def settle(page: Page) -> None:
    """Wait until every change of colour has come to its end."""
    page.evaluate("() => Promise.all(document.getAnimations().map(one => one.finished)).then(() => null)")


SMALL_TARGETS = """least => {
  const found = [];
  const shown = element => element.getClientRects().length > 0
    && getComputedStyle(element).visibility !== 'hidden';
  const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  for (const element of document.querySelectorAll(targets)) {
    if (!shown(element)) continue;
    const inText = element.localName === 'a' && element.closest('p, li, dd')
      && element.parentElement.textContent.trim() !== element.textContent.trim();
    if (inText) continue;
    const label = ['radio', 'checkbox'].includes(element.type) && (element.labels || [])[0];
    const box = (label || element).getBoundingClientRect(), own = element.getBoundingClientRect();
    const width = Math.max(box.width, own.width), height = Math.max(box.height, own.height);
    const needed = label ? least.choice : least.other;
    const offScreen = own.bottom <= 0 || own.right <= 0;
    if (!offScreen && (width < needed || height < needed))
      found.push(`${element.outerHTML.slice(0, 160)} is ${width} × ${height}`);
  }
  return found;
}"""


def small_targets(page: Page) -> list[str]:
    """Give the targets under 24 by 24 pixels, choices under 44 by 44."""
    found: list[str] = page.evaluate(SMALL_TARGETS, {"choice": COMFORTABLE, "other": SMALLEST})
    return [f"{page.url}: {one}" for one in found]


SIDEWAYS = """() => {
  const root = document.documentElement, found = [];
  if (root.scrollWidth <= root.clientWidth) return found;
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width && box.right > root.clientWidth + 1) found.push(element.outerHTML.slice(0, 160));
  }
  return [`${root.scrollWidth} wide on ${root.clientWidth}`, ...found.slice(-3)];
}"""


def sideways(page: Page) -> list[str]:
    """Give what makes the page scroll sideways."""
    found: list[str] = page.evaluate(SIDEWAYS)
    return [f"{page.url}: {one}" for one in found]


CUT_OFF = """() => {
  const found = [];
  const clips = style => ['hidden', 'clip', 'scroll', 'auto'].includes(style.overflowY)
    || ['hidden', 'clip'].includes(style.overflowX);
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const unseen = box.width <= 1 || box.height <= 1 || style.clipPath !== 'none';
    if (unseen || ['textarea', 'input', 'select', 'option'].includes(element.localName)) continue;
    if (clips(style) && (element.scrollHeight > element.clientHeight + 2
        || element.scrollWidth > element.clientWidth + 2)) found.push(element.outerHTML.slice(0, 160));
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const outside = text.bottom > box.bottom + 6 || text.right > box.right + 2 || text.top < box.top - 6;
      if (style.display !== 'inline' && style.display !== 'contents' && outside)
        found.push(`text outside ${element.outerHTML.slice(0, 160)}`);
    }
  }
  return found;
}"""


def cut_off(page: Page) -> list[str]:
    """Give the elements whose text doesn't fit in them."""
    found: list[str] = page.evaluate(CUT_OFF)
    return [f"{page.url}: {one}" for one in found]


def add_style(page: Page, style: str) -> None:
    """Have the reader's own style rule the page; its content security policy doesn't mind this way."""
    page.evaluate(
        """style => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets = [sheet];
        }""",
        style,
    )


UNMARKED = """() => {
  const found = [];
  const lum = ([r, g, b]) => {
    const part = x => (x /= 255) <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const numbers = color => (color.match(/[\\d.]+/g) || []).map(Number);
  const behind = element => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      const color = numbers(getComputedStyle(up).backgroundColor);
      if (color.length === 3 || color[3] > 0.99) return color;
    }
    return [255, 255, 255];
  };
  const shown = element => element.getClientRects().length > 0
    && getComputedStyle(element).visibility !== 'hidden';
  const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  for (const element of document.querySelectorAll(targets)) {
    if (!shown(element)) continue;
    element.focus({focusVisible: true});
    let best = 0;
    for (let i = 0, up = element; up && i < 4; i++, up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) continue;
      const [a, b] = [lum(numbers(style.outlineColor)), lum(behind(up))];
      best = Math.max(best, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
    }
    if (best < 3) found.push(`${element.outerHTML.slice(0, 160)}: contrast of the focus ring ${best}`);
  }
  document.activeElement.blur();
  return found;
}"""


def unmarked_focus(page: Page) -> list[str]:
    """Give what can be focused without a ring of two pixels that stands out 3 to 1 from what is behind it."""
    found: list[str] = page.evaluate(UNMARKED)
    return [f"{page.url}: {one}" for one in found]


HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
  heading => [Number(heading.localName[1]), heading.textContent.trim()])"""


def bad_headings(page: Page) -> list[str]:
    """Give what is wrong with the page's headings: one h1, no level left out, none empty."""
    levels: list[tuple[int, str]] = [tuple(one) for one in page.evaluate(HEADINGS)]
    wrong = [f"empty h{level}" for level, text in levels if not text]
    if sum(level == 1 for level, _ in levels) != 1:
        wrong.append(f"h1 {[text for level, text in levels if level == 1]}")
    steps = pairwise(levels)
    wrong += [f"h{one} before h{other} {text}" for (one, _), (other, text) in steps if other > one + 1]
    return [f"{page.url}: {one}" for one in wrong]


ODD_ORDER = """() => {
  const found = [];
  let before = null;
  const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  for (const element of document.querySelectorAll(targets)) {
    if (element.tabIndex > 0) found.push(`tabindex ${element.tabIndex}: ${element.outerHTML.slice(0, 160)}`);
    const box = element.getBoundingClientRect();
    if (!box.width || box.bottom <= 0 && before === null) continue;
    if (before !== null && box.bottom < before.top)
      found.push(`stands above what is focused before it: ${element.outerHTML.slice(0, 160)}`);
    before = box;
  }
  return found;
}"""


def odd_order(page: Page) -> list[str]:
    """Give what is focused in another order than it stands on the page."""
    page.evaluate("window.scrollTo(0, 0)")
    found: list[str] = page.evaluate(ODD_ORDER)
    return [f"{page.url}: {one}" for one in found]
