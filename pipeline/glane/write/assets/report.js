// The page: tabs, filters, theme, keys.

const VIEWS = {
  text: { name: "Text", refresh: refreshText },
  entities: { name: "Entities", refresh: refreshEntities },
  timeline: { name: "Timeline", refresh: refreshTimeline },
  figures: { name: "Figures", refresh: refreshFigures },
  errors: { name: "Errors", refresh: refreshErrors },
};
if (!data.scores) delete VIEWS.errors;
let currentView = "text";
const stale = new Set(Object.keys(VIEWS)); // views whose content is older than the filters

function selectView(name) {
  currentView = name;
  for (const key of Object.keys(VIEWS)) {
    const tab = byId(`tab-${key}`);
    tab.setAttribute("aria-selected", key === name);
    tab.tabIndex = key === name ? 0 : -1;
    byId(`view-${key}`).hidden = key !== name;
  }
  refreshView();
  // Another view begins at its top, below the tabs, which stay in sight.
  const top = byId("results").offsetTop - byId("tabs").offsetHeight;
  if (window.scrollY > top) window.scrollTo(0, top);
}

function refreshView() {
  if (!stale.has(currentView)) return;
  stale.delete(currentView);
  VIEWS[currentView].refresh();
}

function makeTabs() {
  const tabs = Object.entries(VIEWS).map(([key, { name }]) =>
    el("button", { type: "button", role: "tab", id: `tab-${key}`, "aria-controls": `view-${key}`, click: () => selectView(key) }, name),
  );
  byId("tabs").append(...tabs);
  byId("tabs").addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement);
    const goal = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    const tab = tabs[(goal + tabs.length) % tabs.length];
    tab.focus();
    tab.click();
  });
}

const option = (value, text) => el("option", { value, lang: "fr" }, text);

function makeFilters() {
  const kinds = byId("kinds");
  for (const kind of KINDS) {
    const count = mentions.filter((item) => item.kind === kind).length;
    const box = el("input", { type: "checkbox", value: kind, checked: true });
    kinds.append(el("label", { class: `chip ${kind}` }, box, " ", badge(kind), ` ${count.toLocaleString("en")}`));
  }
  byId("document").append(el("option", { value: "" }, "All documents"), ...documents.map((doc) => option(doc.index, doc.title ? `${doc.title} (${doc.id})` : doc.id)));
  fillSections();
  if (data.scores) {
    byId("fault-label").hidden = false;
    const sorts = Object.entries(FAULTS).filter(([sort]) => faults.some((fault) => fault.sort === sort));
    byId("fault").append(el("option", { value: "" }, "Not filtered"), el("option", { value: "any" }, "Any error"), ...sorts.map(([sort, name]) => el("option", { value: sort }, name)));
  }
  const form = byId("filters");
  let waiting = 0;
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(readFilters, 120);
  };
  form.addEventListener("input", wait);
  form.addEventListener("change", wait);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(readFilters));
}

/** The sections of the documents chosen, in the order of the texts. */
function fillSections() {
  const select = byId("section");
  const before = select.value;
  const chosen = filters.document === "" ? mentions : documents[filters.document].mentions;
  const found = new Set(chosen.map((item) => item.section));
  const none = found.delete(null);
  select.replaceChildren(
    el("option", { value: "" }, "All sections"),
    none ? el("option", { value: NO_SECTION }, "(no section)") : "",
    ...[...found].map((name) => option(`s${name}`, name.length > 80 ? `${name.slice(0, 79)}…` : name)),
  );
  select.value = before;
  if (select.selectedIndex < 0) select.value = "";
}

function readFilters() {
  const kinds = [...byId("kinds").querySelectorAll("input:checked")].map((box) => box.value);
  const chosen = byId("document").value;
  if (chosen !== filters.document) {
    filters.document = chosen;
    fillSections();
  }
  filters.query = fold(byId("query").value.normalize("NFC").trim());
  filters.kinds = new Set(kinds);
  filters.section = byId("section").value;
  filters.fault = byId("fault").value;
  update();
}

function clearFilters() {
  byId("filters").reset();
  readFilters();
}

function update() {
  applyFilters();
  const shown = mentions.filter((item) => item.shown).length;
  const seen = documents.filter((doc) => doc.shown).length;
  const parts = [`${shown.toLocaleString("en")} of ${plural(mentions.length, "mention")}`, `${seen.toLocaleString("en")} of ${plural(documents.length, "document")}`];
  if (data.scores) parts.push(plural(faults.filter((fault) => fault.item.shown).length, "error"));
  byId("status").textContent = parts.join(" · ");
  Object.keys(VIEWS).forEach((name) => stale.add(name));
  refreshView();
}

function makeTheme() {
  const button = byId("theme");
  const themes = ["auto", "light", "dark"];
  const set = (theme) => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = `Theme: ${theme}`;
    button.value = theme;
  };
  let kept = null;
  try {
    kept = localStorage.getItem("glane-theme"); // a file opened from disk may have no storage
  } catch {
    kept = null;
  }
  set(themes.includes(kept) ? kept : "auto");
  button.addEventListener("click", () => {
    const theme = themes[(themes.indexOf(button.value) + 1) % themes.length];
    set(theme);
    try {
      localStorage.setItem("glane-theme", theme);
    } catch {
      return;
    }
  });
}

function makeKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("query").focus();
    } else if (event.key === "Escape" && panel.classList.contains("open")) {
      closePanel();
    }
  });
  window.addEventListener("beforeprint", () => {
    documents.filter((doc) => doc.shown).forEach(renderText);
    if (tables[currentView]) tables[currentView].showAll();
  });
}

function start() {
  byId("summary").textContent = `${plural(documents.length, "document")}, ${plural(mentions.length, "mention")}`;
  byId("footer").textContent = data.versions.join("; ");
  makeTheme();
  makeTabs();
  makeFilters();
  makeTextView();
  makeEntities();
  makeTimeline();
  makeFigures();
  makeErrors();
  makeKeys();
  clearPanel();
  // Browsers refill forms when a page is opened again: start from what the form says.
  selectView("text");
  readFilters();
  document.documentElement.dataset.ready = "";
}

start();
