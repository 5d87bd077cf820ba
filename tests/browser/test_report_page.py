"""The report in a real browser: what is seen, filtered, reached by keyboard, and kept from happening."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("selenium", reason="needs selenium (the dev extra)")

from selenium.webdriver.common.keys import Keys

from browser.driving import SPANS
from browser.making import ATTACK, PORT, RIVER, document, many, mention, sample
from glane.write.report import Errors, Fault, Score, Side

if TYPE_CHECKING:
    from browser.driving import Page
    from glane_records import MentionRecord

RECORDS, TEXTS = sample()
MENTIONS: list[MentionRecord] = [record for record in RECORDS if record.kind != "document"]
VIEWS = ("text", "entities", "timeline", "figures")


def spans(page: Page, number: int) -> list[tuple[int, int, str]]:
    return sorted(tuple(span) for span in page.run(SPANS, page.all("article .text")[number]))


def test_highlights_are_where_the_offsets_say(page):
    page.open(RECORDS, TEXTS)
    page.render_all()
    for number, (name, text) in enumerate(TEXTS.items()):
        body = page.all("article .text")[number]
        assert body.get_attribute("textContent") == text
        assert spans(page, number) == sorted((m.start, m.end, m.kind) for m in MENTIONS if m.document == name)


def test_without_texts_the_sentences_are_shown(page):
    page.open(RECORDS)
    page.render_all()
    pieces = page.shown("article .piece")
    assert pieces[0].startswith("En 2019, l’Agence des ports 🚢")
    marks = page.run(
        "const all = {}; for (const m of document.querySelectorAll('mark'))"
        " all[m.dataset.item] = (all[m.dataset.item] || '') + m.textContent; return Object.values(all)"
    )
    # Parts of what crosses another are in the order of the page, so compare the characters.
    assert sorted(sorted(m) for m in marks) == sorted(sorted(m.text) for m in MENTIONS)
    assert "sentences that the records quote" in page.shown("article .note")[0]


def test_a_text_that_is_not_the_records_own_is_not_used(page):
    page.open(RECORDS, {"ports/brume": "Autre chose.", "rivière": RIVER})
    assert "not the one" in page.shown("article .note")[0]
    assert "Autre chose" not in page.shown("article .text")[0]


def test_markup_in_texts_and_names_is_text(page):
    page.open(RECORDS, TEXTS)
    page.render_all()
    for view in VIEWS:
        page.tab(view)
    page.tab("text")
    page.one("article:nth-of-type(2) mark").click()
    assert ATTACK in page.one("#panel").text
    assert page.run("return window.injected") is None
    assert page.run("return document.querySelectorAll('script').length") == 2
    assert page.run("return document.querySelectorAll('img, iframe, textarea, object').length") == 0


def test_the_policy_stops_script_that_gets_in_all_the_same(page):
    page.open(RECORDS, TEXTS)
    page.run(
        "const s = document.createElement('script');"
        "try { s.textContent = 'window.injected = 3'; document.body.append(s) } catch {}"
        "const img = '<img src=x onerror=\"window.injected = 4\">';"
        "try { document.body.insertAdjacentHTML('beforeend', img) } catch {}"
    )
    assert page.run("return window.injected") is None
    page.run("new Image().src = 'http://localhost:9/image'")
    page.take_logs()
    blocked = [message for message in page.errors() if "blocked" in message]
    assert ["TrustedScript" in blocked[0], "TrustedHTML" in blocked[1]] == [True, True]
    assert "img-src data:" in blocked[2]
    reasons = [e["params"].get("blockedReason") for e in page.logs if e.get("method") == "Network.loadingFailed"]
    assert reasons == ["csp"]
    # These errors and this request were wanted.
    page.logs = [entry for entry in page.logs if "level" not in entry and "localhost" not in str(entry)]


def test_filter_by_kind(page):
    page.open(RECORDS, TEXTS)
    page.render_all()
    for kind in ("organisation", "programme", "date", "country"):
        page.one(f"#kinds input[value={kind}]").click()
    page.status("4 of 19 mentions")
    assert page.shown("mark.figure:not(.off)") == ["1 200", "3,5 millions d’euros", "10 à 15", "moitié"]
    assert page.shown("mark:not(.off):not(.figure)") == []
    page.tab("entities")
    assert page.shown("#view-entities tbody tr") == []


def test_filter_by_document_and_section(page):
    page.open(RECORDS, TEXTS)
    page.choose("#document", "Le port de Brume (ports/brume)")
    page.status("14 of 19 mentions · 1 of 2 documents")
    assert [option.text for option in page.all("#section option")] == [
        "All sections",
        "Port de Brume",
        "Financement",
    ]
    page.choose("#section", "Financement")
    page.status("8 of 19 mentions")
    page.tab("figures")
    assert page.shown("#view-figures tbody th") == ["3,5 millions d’euros"]
    page.one("#reset").click()
    page.status("19 of 19 mentions")


def test_free_text_ignores_case_and_accents_and_finds_words_outside_mentions(page):
    page.open(RECORDS, TEXTS)
    page.one("#query").send_keys("MAREE")
    page.status("6 of 19 mentions · 1 of 2 documents")  # those of its sentence
    page.one("#query").clear()
    page.one("#query").send_keys("textarea")
    page.status("2 of 19 mentions · 1 of 2 documents")
    assert page.run("return [...CSS.highlights.get('words')].map(String)") == ["textarea"]
    page.one("#query").clear()
    page.one("#query").send_keys("rien de tel")
    page.status("0 of 19 mentions · 0 of 2 documents")


def test_the_panel_tells_what_is_known(page):
    page.open(RECORDS, TEXTS)
    page.one("mark.figure").click()
    text = page.one("#panel-body").text
    for known in ("1 200", "navires", "figure.test", "Port de Brume", "ports/brume"):
        assert known in text
    assert page.one("#panel-body b").text == "1 200"
    assert page.run("return [...CSS.highlights.get('counted')].map(String)") == ["navires"]


def test_the_timeline_has_a_mark_for_each_dated_mention(page):
    page.open(RECORDS, TEXTS)
    page.tab("timeline")
    dated = [m for m in MENTIONS if m.kind == "date" and (m.earliest or m.latest)]
    marks = page.all("#view-timeline .lanes .mark")
    assert len(marks) == len(dated) == 4
    labels = sorted(mark.get_attribute("aria-label") for mark in marks)
    assert labels == sorted(f"{m.text}: {m.earliest or 'open'} to {m.latest or 'open'}" for m in dated)
    ends = "#view-timeline .lanes [data-open-{}]"
    assert [m.get_attribute("aria-label")[:9] for m in page.all(ends.format("end"))] == ["mars 2020"]
    assert [m.get_attribute("aria-label")[:4] for m in page.all(ends.format("start"))] == ["2025"]
    assert "1 mention with no year" in page.one("#view-timeline .hint").text


def test_bars_are_as_long_as_their_intervals(page):
    page.open(RECORDS, TEXTS)
    page.tab("timeline")
    century, year = (
        page.run("return document.querySelector(arguments[0]).width.baseVal.value", f'[aria-label^="{label}"] .bar')
        for label in ("XIXe", "2019:")
    )
    axis = page.run("return document.querySelector('#view-timeline .lanes svg').width.baseVal.value") - 2 * 34
    assert century == pytest.approx(axis * 100 / 226, rel=0.01)
    assert year == 8  # never too short to be seen


def test_figures_say_what_they_count(page):
    page.open(RECORDS, TEXTS)
    page.tab("figures")
    cells = [
        [cell.text for cell in row.find_elements("css selector", "th, td")][:4]
        for row in page.all("#view-figures tbody tr")
    ]
    assert cells == [
        ["1 200", "1\u202f200", "navires", "count"],
        ["3,5 millions d’euros", "3\u202f500\u202f000 EUR", "", "money"],
        ["10 à 15", "10 – 15", "bateaux", "count"],
        ["moitié", "0.5", "bateaux", "ratio"],
    ]
    page.all("#view-figures thead button")[1].click()
    assert page.shown("#view-figures tbody th")[0] == "3,5 millions d’euros"


def test_an_entity_has_its_names_and_leads_to_its_mentions(page):
    page.open(RECORDS, TEXTS)
    page.tab("entities")
    row = "#view-entities tbody tr:first-child"
    cells = page.shown(f"{row} td, {row} summary")
    assert cells == ["Agence des ports", "ADP", "O organisation", "", "2", "3"]
    page.one("#view-entities summary").click()
    page.until("document.querySelectorAll('#view-entities details[open] li').length === 3")
    page.all("#view-entities details[open] li button")[2].click()
    focused = page.focused()
    assert (focused.tag_name, focused.text) == ("mark", "Agence des ports")
    assert focused.find_element("xpath", "ancestor::article").find_element("css selector", "h2").text == "rivière"


def test_arrows_go_through_all_mentions(page):
    page.open(RECORDS, TEXTS)
    page.run("document.querySelector('mark').focus()")
    seen = []
    for _ in MENTIONS:
        seen.append(page.focused().get_attribute("data-item"))
        page.press(Keys.ARROW_RIGHT)
    assert len(set(seen)) == len(MENTIONS)
    page.press(Keys.HOME)
    assert "Fonds du fleuve" in page.one("#panel-body h2").text


def test_enter_goes_to_the_panel_and_escape_back(page):
    page.open(RECORDS, TEXTS)
    page.run("document.querySelector('mark.programme').focus()")
    page.press(Keys.ENTER)
    assert page.focused().get_attribute("id") == "panel"
    page.run("document.querySelector('mark').dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))")
    assert "plan Marée" in page.one("#panel-body h2").text  # kept, wherever the pointer goes
    page.press(Keys.ESCAPE)
    assert page.focused().text == "plan Marée"
    assert page.all("#panel.open") == []


@pytest.mark.parametrize("view", VIEWS)
def test_tab_reaches_everything(page, view):
    page.open(RECORDS, TEXTS)
    page.tab(view)
    page.render_all()
    reached, should = page.stops()
    assert len(should) > 12
    assert should <= reached


def test_shortcut_and_skip_link(page):
    page.open(RECORDS, TEXTS)
    page.one("body").send_keys("/")
    assert page.focused().get_attribute("id") == "query"
    page.run("document.querySelector('.skip').focus()")
    page.press(Keys.ENTER)
    assert page.focused().get_attribute("id") == "results"


def test_every_control_has_a_name(page):
    page.open(RECORDS, TEXTS)
    nameless = (
        "const all = 'button, input, select, summary, [role=button], [role=region], svg[role]';"
        "return [...document.querySelectorAll(all)].filter(n => n.checkVisibility() && !n.labels?.length"
        " && !n.textContent.trim() && !n.getAttribute('aria-label')).map(n => n.outerHTML)"
    )
    for view in VIEWS:
        page.tab(view)
        assert page.run(nameless) == []


CONTRASTS = """
const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
const rgb = (colour, under) => {
  canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
  canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const linear = (v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
const light = (c) => { const [r, g, b] = c.map(linear);
  return .2126 * r + .7152 * g + .0722 * b; };
const ground = (node) => { for (let n = node; n; n = n.parentElement) {
  const c = getComputedStyle(n).backgroundColor; if (!/, 0\\)$/.test(c)) return c; } return 'white'; };
const found = {};
const all = 'mark, .badge, p, dt, dd, button, label, th, td, input, h1, h2, .mark text';
for (const node of document.querySelectorAll(all)) {
  if (!node.checkVisibility() || node.closest('.skip')) continue;
  const style = getComputedStyle(node);
  const under = ground(node);
  const colours = [[node.matches('text') ? style.fill : style.color, 'own']];
  if (node.matches('mark')) colours.push([getComputedStyle(node, '::before').color, 'letter']);
  for (const [colour, part] of colours) {
    const [a, b] = [light(rgb(colour, under)), light(rgb(under, 'white'))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const key = `${node.tagName} ${node.classList[0] || ''} ${part}`;
    found[key] = Math.min(found[key] || 99, ratio);
  }
}
return found;
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(page, scheme):
    page.scheme(scheme)
    page.open(RECORDS, TEXTS, ERRORS)
    grounds = {"light": "rgb(251, 250, 247)", "dark": "rgb(23, 22, 20)"}
    assert page.run("return getComputedStyle(document.body).backgroundColor") == grounds[scheme]
    page.run("document.querySelector('mark').focus()")
    for view in (*VIEWS, "errors"):
        page.tab(view)
        found = page.run(CONTRASTS)
        assert len(found) > 10
        assert {key: ratio for key, ratio in found.items() if ratio < 4.5} == {}
    page.scheme("light")


def test_theme_can_be_chosen(page):
    page.scheme("light")
    page.open(RECORDS, TEXTS)
    button = page.one("#theme")
    themes = []
    for _ in range(3):
        button.click()
        themes.append((button.text, page.run("return getComputedStyle(document.body).backgroundColor")))
    assert themes == [
        ("Theme: light", "rgb(251, 250, 247)"),
        ("Theme: dark", "rgb(23, 22, 20)"),
        ("Theme: auto", "rgb(251, 250, 247)"),
    ]


def test_kinds_differ_without_colour(page):
    page.open(RECORDS, TEXTS)
    script = (
        "return arguments[0].map(kind => { const m = document.querySelector('mark.' + kind);"
        " return [getComputedStyle(m, '::before').content, getComputedStyle(m).textDecorationStyle] })"
    )
    looks = page.run(script, ["organisation", "programme", "date", "figure", "country"])
    assert len({letter for letter, _ in looks}) == len({line for _, line in looks}) == 5


@pytest.mark.parametrize("width", [1400, 400])
def test_nothing_runs_out_of_the_window(page, width):
    page.open(RECORDS, TEXTS, ERRORS)
    page.size(width)
    for view in (*VIEWS, "errors"):
        page.tab(view)
        assert page.run("return document.documentElement.scrollWidth") <= width


def test_print_has_every_text(page):
    page.open(*many(60, 3))
    assert page.run("return document.querySelectorAll('mark').length") < 60 * 15  # made as they come near
    pdf = base64.b64decode(page.driver.print_page())
    assert pdf.startswith(b"%PDF")
    assert page.run("return document.querySelectorAll('mark').length") == 60 * 15


def side(kind: str, text: str, within: str, **fields: str) -> Side:
    start = within.index(text)
    return Side(kind, start, start + len(text), text, **fields)


ERRORS = Errors(
    faults=[
        Fault("ports/brume", "miss", side("organisation", "Port de Brume", PORT, value="Port"), None),
        Fault("ports/brume", "spurious", None, side("date", "2019", PORT, value="2019")),
        Fault(
            "ports/brume",
            "boundary",
            side("figure", "1 200 navires", PORT, value="1200"),
            side("figure", "1 200", PORT, value="1200"),
        ),
        Fault(
            "ports/brume",
            "value",
            side("date", "mars 2020", PORT, value="2020-03"),
            side("date", "mars 2020", PORT, value="2020-03/.."),
        ),
    ],
    scores=[Score("all", 19, 19, (0.9, 0.9, 0.9), (1.0, None, 0.5))],
    documents=frozenset({"ports/brume"}),
)


def test_errors_are_drawn_over_the_text(page):
    page.open(RECORDS, TEXTS, ERRORS)
    page.render_all()
    assert page.all("article .text")[0].get_attribute("textContent") == PORT
    for sort, text in {
        "miss": "Port de Brume",
        "spurious": "2019",
        "boundary": "1 200",
        "value": "mars 2020",
    }.items():
        assert page.shown(f"mark.fault-{sort}") == [text]
    assert page.shown(".gold-span") == ["1 200 navires"]
    assert page.shown("article .meta")[1].endswith("not in gold")
    page.choose("#fault", "missed")
    page.status("0 of 19 mentions · 1 of 2 documents · 1 error")
    assert page.shown("mark:not(.off)") == ["Port de Brume"]
    page.one("#reset").click()
    page.status("19 of 19 mentions · 2 of 2 documents · 4 errors")
    page.tab("errors")
    assert sorted(page.shown("#view-errors .sort")) == ["boundary", "missed", "spurious", "value"]
    page.all("#view-errors tbody tr button")[0].click()
    assert page.focused().text == "Port de Brume"
    assert "Error: missed" in page.one("#panel-body").text


def test_sixty_documents_open_at_once(page, record_property):
    seconds = min(page.open(*many(60)) for _ in range(2))
    record_property("seconds_to_open_60_documents", round(seconds, 2))
    assert seconds < 20
    page.one("#query").send_keys("ecume 11")
    page.status("300 of 3,600 mentions")


def test_hundreds_of_documents_stay_usable(page):
    page.open(*many(300))
    page.tab("timeline")
    assert len(page.all("#view-timeline .lanes .mark")) == 3600
    page.tab("figures")
    assert len(page.all("#view-figures tbody tr")) == 200
    page.one("#view-figures .more").click()
    assert len(page.all("#view-figures tbody tr")) == 400
    page.tab("text")
    page.choose("#document", "lot/texte-299")
    page.status("60 of 18,000 mentions · 1 of 300 documents")
    page.until("document.querySelectorAll('article:not([hidden]) mark').length === 60")


def test_an_empty_report_opens(page):
    page.open([])
    for view in VIEWS:
        page.tab(view)
    assert page.one("#summary").text == "0 documents, 0 mentions"


def test_a_document_without_mentions_opens(page):
    page.open(document("vide", "Rien.\n"), {"vide": "Rien.\n"})
    assert page.shown("article .text") == ["Rien.\n"]
    text = "Un jour de 1999.\n"
    page.open(
        document(
            "jour",
            text,
            mention("jour", text, "date", "1999", edtf="1999", earliest="1999-01-01", latest="1999-12-31"),
        )
    )
    page.tab("timeline")
    assert len(page.all("#view-timeline .lanes .mark")) == 1
