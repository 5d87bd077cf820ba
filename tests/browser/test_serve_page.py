"""The pages of the service in a real browser: filled in, sent, read; nothing from a text runs, nothing goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("selenium", reason="needs selenium (the dev extra)")
pytest.importorskip("fastapi", reason="needs the serve extra")

from browser.driving import SPANS, Page
from browser.making import ATTACK
from serve.making import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from selenium.webdriver import Chrome

    from serve.making import Running

TEXT = f"Rapport 🚢 du Niger\n\n{ATTACK} </textarea>\nEn 2014, l’an dernier : « oui » & au Niger."


@pytest.fixture(scope="module")
def service() -> Iterator[Running]:
    with serving("load_fake", max_characters=500) as started:
        started.wait_ready()
        yield started


@pytest.fixture
def page(browser: Chrome, tmp_path: Path, service: Running) -> Iterator[Page]:
    """The form, opened; when the test is over, nothing may have gone wrong or anywhere else."""
    made = Page(browser, tmp_path)
    made.size(1400)
    made.scheme("light")
    made.take_logs()
    made.logs.clear()
    browser.get(f"{service.address}/")
    yield made
    made.close()
    assert made.errors() == []
    requests = made.requests()
    assert requests[0] == f"{service.address}/"
    assert [url for url in requests if not url.startswith((service.address, "data:", "about:"))] == []


def fill(page: Page, text: str, day: str = "") -> None:
    # Typing is slow, and a driver cannot type every character.
    page.run(
        "const form = document.forms[0]; form.elements.text.value = arguments[0]; form.elements.date.value = arguments[1];",
        text,
        day,
    )
    page.one("button[type=submit]").click()


def test_a_text_is_pasted_and_its_report_shown(page):
    assert page.focused().get_attribute("name") == "text"
    fill(page, TEXT, "2020-05-06")
    page.until("document.documentElement.dataset.ready !== undefined")
    page.render_all()
    body = page.one("article .text")
    assert body.get_attribute("textContent") == TEXT
    places = [(TEXT.index("Niger"), "country"), (TEXT.index("2014"), "date"), (TEXT.index("l’an"), "date")]
    places.append((TEXT.rindex("Niger"), "country"))
    found = [(start, kind) for start, _, kind in sorted(page.run(SPANS, body))]
    assert found == places
    assert "2020-05-06" in page.one("article .meta").text
    assert page.run("return window.injected") is None
    assert page.run("return document.querySelectorAll('img, iframe, textarea, object').length") == 0
    page.driver.back()
    page.until("document.forms.length")
    assert page.run("return document.forms[0].elements.text.value") == TEXT


def test_what_is_wrong_is_said_and_the_text_kept(page):
    long = f"\n{TEXT}\n" + "x" * 500
    fill(page, long)
    page.until("document.querySelector('.error')")
    assert page.shown(".error") == [f"The text has {len(long)} characters; 500 are taken."]
    assert page.run("return document.forms[0].elements.text.value") == long
    assert page.run("return window.injected") is None
    page.take_logs()
    # A browser notes each status of 400 and more.
    assert [message for message in page.errors() if "413" not in message] == []
    page.logs = [entry for entry in page.logs if "level" not in entry]


def test_the_policy_stops_what_gets_in_all_the_same(page):
    page.run(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.injected = 4\">');"
        "const s = document.createElement('script'); s.textContent = 'window.injected = 3'; document.body.append(s);"
    )
    assert page.run("return window.injected") is None
    page.take_logs()
    assert len([message for message in page.errors() if "Content Security Policy" in message]) >= 2
    page.logs = [entry for entry in page.logs if "level" not in entry]
    page.logs = [entry for entry in page.logs if "/x" not in str(entry)]


@pytest.mark.parametrize("path", ["", "docs", "nothing"])
@pytest.mark.parametrize("width", [320, 1400])
def test_pages_fit_their_window(page, service, path, width):
    page.size(width, 700)
    page.driver.get(f"{service.address}/{path}")
    assert page.run("return document.documentElement.scrollWidth") <= width
    labels = page.run(
        "return [...document.querySelectorAll('a, button, input, textarea')].map(n => n.checkVisibility())"
    )
    assert labels
    assert all(labels)
    page.take_logs()
    page.logs = [entry for entry in page.logs if "404" not in entry.get("message", "")]


@pytest.mark.parametrize("path", ["", "docs", "nothing"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_written_can_be_read(page, service, path, scheme):
    page.scheme(scheme)
    page.driver.get(f"{service.address}/{path}")
    assert page.run(CONTRASTS) == []
    page.take_logs()
    page.logs = [entry for entry in page.logs if "404" not in entry.get("message", "")]


# The texts whose contrast with what is behind them is below 4.5 (WCAG 2.2, success criterion 1.4.3).
CONTRASTS = """
const parse = (color) => color.match(/[\\d.]+/g).map(Number);
const luminance = ([r, g, b]) => [r, g, b].map((v) => v / 255)
  .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const behind = (node) => {
  for (let at = node; at; at = at.parentElement) {
    const color = parse(getComputedStyle(at).backgroundColor);
    if (color.length < 4 || color[3] > 0) return color;
  }
  return [255, 255, 255];
};
const poor = [];
for (const node of document.body.querySelectorAll('*')) {
  if (![...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) continue;
  const [a, b] = [luminance(parse(getComputedStyle(node).color)), luminance(behind(node))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) poor.push(`${node.textContent.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
}
return poor;
"""
