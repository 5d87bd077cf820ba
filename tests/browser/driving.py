"""What the tests do with a page."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from selenium.common.exceptions import JavascriptException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from browser.making import write_page

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver import Chrome

    from glane.write.report import Errors
    from glane_records import Record

# Where each highlight stands: offsets in code points, measured in the text that the page shows.
SPANS = """
const found = {};
const count = (range) => Array.from(range.toString()).length;
for (const mark of arguments[0].querySelectorAll('mark')) {
  const before = new Range();
  before.setStart(arguments[0], 0);
  before.setEndBefore(mark);
  const start = count(before), end = start + Array.from(mark.textContent).length;
  const old = found[mark.dataset.item] || [start, end, mark.classList[0]];
  found[mark.dataset.item] = [Math.min(old[0], start), Math.max(old[1], end), mark.classList[0]];
}
return Object.values(found);
"""

VISIBLE_STOPS = """
const stops = 'button, input, select, summary, a[href], [tabindex="0"]';
return [...document.querySelectorAll(stops)].filter((node) =>
  node.tabIndex >= 0 && !node.disabled && node.checkVisibility({contentVisibilityAuto: false}));
"""


@dataclass
class Page:
    """One page at a time in the browser."""

    driver: Chrome
    folder: Path
    logs: list[dict[str, Any]] = field(default_factory=list)

    def open(self, records: list[Record], texts: dict[str, str] | None = None, errors: Errors | None = None) -> float:
        """Write and open a report; return the seconds until it is ready for use."""
        path = write_page(self.folder / "report.html", records, texts, errors)
        self.size(1400)
        self.take_logs()
        self.logs.clear()
        began = time.perf_counter()
        self.driver.get(path.as_uri())
        self.until("document.documentElement.dataset.ready !== undefined")
        # Two frames on, what is in the window has been laid out and painted.
        self.driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
        return time.perf_counter() - began

    def close(self) -> None:
        self.take_logs()
        self.driver.get("about:blank")

    def size(self, width: int, height: int = 1000) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def scheme(self, name: str) -> None:
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def until(self, condition: str, seconds: float = 20) -> None:
        """Wait until it is true of the page; while one page gives way to the next, it cannot be asked."""
        waiting = WebDriverWait(self.driver, seconds, 0.02, ignored_exceptions=[JavascriptException])
        waiting.until(lambda _: self.run(f"return Boolean({condition})"), f"never: {condition}")

    def all(self, selector: str) -> list[Any]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> Any:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def shown(self, selector: str) -> list[str]:
        """The texts of the visible elements."""
        script = (
            "return [...document.querySelectorAll(arguments[0])]"
            ".filter(n => n.checkVisibility()).map(n => n.textContent)"
        )
        return list(self.run(script, selector))

    def tab(self, name: str) -> None:
        self.one(f"#tab-{name}").click()

    def status(self, begins: str) -> None:
        """Wait until the filters have been applied."""
        self.until(f"document.getElementById('status').textContent.startsWith({json.dumps(begins)})")

    def choose(self, selector: str, text: str) -> None:
        Select(self.one(selector)).select_by_visible_text(text)

    def press(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def focused(self) -> Any:
        return self.driver.switch_to.active_element

    def render_all(self) -> None:
        """Scroll through, so that all texts are made."""
        self.run("window.dispatchEvent(new Event('beforeprint'))")

    def stops(self) -> tuple[set[str], set[str]]:
        """What Tab reaches from the top of the page, and what it should reach."""
        should = {node.id for node in self.run(VISIBLE_STOPS)}
        self.run("document.querySelector('.skip').focus()")  # the first of the page
        reached: list[str] = []
        while (node := self.focused()).tag_name != "body" and node.id not in reached:
            reached.append(node.id)
            node.send_keys(Keys.TAB)
        return set(reached), should

    def errors(self) -> list[str]:
        """What the console says, violations of the policy included."""
        return [entry["message"] for entry in self.logs if "level" in entry]

    def requests(self) -> list[str]:
        """Addresses asked for since the page was opened, its own first; not what the browser's own pages ask of itself."""
        sent = (entry["params"] for entry in self.logs if entry.get("method") == "Network.requestWillBeSent")
        addresses = [params["request"]["url"] for params in sent]
        return [address for address in addresses if not address.startswith("chrome:")]

    def take_logs(self) -> None:
        self.logs += self.driver.get_log("browser")
        self.logs += [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
