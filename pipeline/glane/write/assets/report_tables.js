// The index of entities, the table of figures, the list of errors.

const ENTITY_KINDS = new Set(["organisation", "programme", "country"]);
const entities = new Map();
for (const item of mentions) {
  if (!ENTITY_KINDS.has(item.kind)) continue;
  const key = `${item.kind} ${item.entity}`;
  if (!entities.has(key)) {
    const { kind, name, acronym, subtype, entity: id } = item;
    entities.set(key, { kind, name, acronym: acronym || "", subtype: subtype || "", id, mentions: [] });
  }
  entities.get(key).mentions.push(item);
}

const entityOf = (item) => (item.missed ? undefined : entities.get(`${item.kind} ${item.entity}`));

/** A button with a mention's text that leads to it in the text. */
const mentionButton = (item, label = item.text) =>
  standsFor(el("button", { type: "button", class: "mention", lang: "fr", click: () => showInText(item) }, label || "…"), item);

/**
 * A table that sorts by its columns and shows MANY rows at a time.
 * columns: {name, cell: row -> node or string, key: row -> number or string to sort by, number, head}.
 */
function makeTable(caption, columns, sortedBy, descending) {
  const body = el("tbody");
  const state = { column: sortedBy, descending, rows: [], limit: MANY };
  const more = el("button", { type: "button", class: "more", click: () => { state.limit += MANY; fill(); } });
  const heads = columns.map((column, index) => {
    const sort = () => {
      state.descending = state.column === index ? !state.descending : Boolean(column.number);
      state.column = index;
      state.limit = MANY;
      fill();
    };
    return el("th", { scope: "col", class: column.number ? "number" : null }, el("button", { type: "button", click: sort }, column.name));
  });
  const compare = (x, y) => {
    const key = columns[state.column].key;
    const [a, b] = [key(x), key(y)];
    const order = typeof a === "number" ? a - b : collator.compare(a, b);
    return state.descending ? -order : order;
  };
  function fill() {
    const sorted = [...state.rows].sort(compare);
    body.replaceChildren(
      ...sorted.slice(0, state.limit).map((row) =>
        el("tr", null, ...columns.map((column) =>
          el(column.head ? "th" : "td", { scope: column.head ? "row" : null, class: column.number ? "number" : null }, column.cell(row)))),
      ),
    );
    heads.forEach((head, index) => {
      if (index === state.column) head.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    more.hidden = sorted.length <= state.limit;
    more.textContent = `Show more (${(sorted.length - state.limit).toLocaleString("en")} left)`;
    empty.hidden = sorted.length > 0;
    scroller.hidden = sorted.length === 0;
  }
  const table = el("table", null, el("caption", null, caption), el("thead", null, el("tr", null, ...heads)), body);
  const scroller = el("div", { class: "scroller", role: "region", "aria-label": caption, tabindex: "0" }, table);
  const empty = el("p", { class: "hint" }, "Nothing passes the filters.");
  return {
    node: el("div", null, scroller, empty, more),
    show(found) { state.rows = found; state.limit = MANY; fill(); },
    showAll() { state.limit = Infinity; fill(); },
    /** Make sure that a row is among those shown. */
    reveal(row) {
      const at = [...state.rows].sort(compare).indexOf(row);
      if (at >= state.limit) { state.limit = at + MANY; fill(); }
    },
  };
}

const documentCell = (item) => french(item.doc.name);
const tables = {};

function entityCell(entity) {
  const list = el("ul", { class: "mentions" });
  const details = el("details", null, el("summary", null, french(entity.name)), list);
  details.addEventListener("toggle", () => {
    if (!details.open || list.childElementCount) return;
    const found = entity.mentions.filter((item) => item.shown);
    list.append(...found.slice(0, MANY).map((item) =>
      el("li", null, mentionButton(item), " ", el("span", { class: "meta", lang: "fr" }, item.section ? `${item.doc.name}, ${item.section}` : item.doc.name))));
    if (found.length > MANY) list.append(el("li", null, `and ${found.length - MANY} more: filter to see them`));
  });
  entity.details = details;
  return details;
}

/** The other ways in which an entity is named. */
function otherNames(entity) {
  const known = new Set([fold(entity.name), fold(entity.acronym)]);
  const names = new Map();
  for (const item of entity.mentions) if (!known.has(fold(item.text))) names.set(fold(item.text), item.text);
  return [...names.values()].slice(0, 6).join(" · ");
}

function makeEntities() {
  tables.entities = makeTable("Entities", [
    { name: "Name", head: true, key: (row) => row.entity.name, cell: (row) => entityCell(row.entity) },
    { name: "Acronym", key: (row) => row.entity.acronym, cell: (row) => french(row.entity.acronym) },
    { name: "Kind", key: (row) => row.entity.kind + row.entity.subtype, cell: (row) => el("span", null, badge(row.entity.kind), row.entity.subtype && row.entity.subtype !== row.entity.kind ? ` · ${row.entity.subtype}` : "") },
    { name: "Also written", key: (row) => otherNames(row.entity), cell: (row) => french(otherNames(row.entity)) },
    { name: "Documents", number: true, key: (row) => row.documents, cell: (row) => String(row.documents) },
    { name: "Mentions", number: true, key: (row) => row.count, cell: (row) => String(row.count) },
  ], 5, true);
  byId("view-entities").append(tables.entities.node);
}

function refreshEntities() {
  const found = [];
  for (const entity of entities.values()) {
    const shown = entity.mentions.filter((item) => item.shown);
    if (shown.length === 0) continue;
    entity.row = { entity, count: shown.length, documents: new Set(shown.map((item) => item.doc)).size };
    found.push(entity.row);
  }
  tables.entities.show(found);
}

function showEntity(entity) {
  if (!entity.mentions.some((item) => item.shown)) clearFilters();
  selectView("entities");
  tables.entities.reveal(entity.row);
  entity.details.open = true;
  entity.details.scrollIntoView({ block: "center" });
  entity.details.querySelector("summary").focus({ preventScroll: true });
}

const numberOf = (item) => Number(item.value ?? item.low ?? item.high ?? NaN);

function makeFigures() {
  tables.figures = makeTable("Figures", [
    { name: "Text", head: true, key: (item) => item.text, cell: (item) => mentionButton(item) },
    { name: "Value", number: true, key: numberOf, cell: figureValue },
    { name: "Counts", key: (item) => item.of || "", cell: (item) => french(item.of || "") },
    { name: "Quantity", key: (item) => item.quantity, cell: (item) => item.quantity },
    { name: "Sentence", key: (item) => item.sentence || "", cell: (item) => el("span", { class: "sentence", lang: "fr" }, excerptOf(item)) },
    { name: "Document", key: (item) => item.doc.index * 1e8 + item.start, cell: documentCell },
  ], 5, false);
  byId("view-figures").append(tables.figures.node);
}

const refreshFigures = () => tables.figures.show(mentions.filter((item) => item.kind === "figure" && item.shown));

const share = (number) => (number === null ? "–" : number.toFixed(3));

function makeErrors() {
  if (!data.scores) return;
  const heads = ["Kind", "Gold", "Records", "P", "R", "F1", "P", "R", "F1"];
  const body = data.scores.map((score) =>
    el("tr", null, el("th", { scope: "row" }, LETTERS[score.kind] ? badge(score.kind) : score.kind),
      ...[String(score.gold), String(score.predicted), ...score.strict.map(share), ...score.relaxed.map(share)].map((text) => el("td", { class: "number" }, text))));
  const groups = el("tr", null, el("td", { colspan: 3 }), el("th", { colspan: 3, scope: "colgroup" }, "strict"), el("th", { colspan: 3, scope: "colgroup" }, "relaxed"));
  const table = el("table", null, el("caption", null, "Scores"),
    el("thead", null, groups, el("tr", null, ...heads.map((name, index) => el("th", { scope: "col", class: index ? "number" : null }, name)))), el("tbody", null, ...body));
  tables.errors = makeTable("Errors", [
    { name: "Error", key: (fault) => fault.sort, cell: (fault) => el("strong", { class: "sort" }, FAULTS[fault.sort]) },
    { name: "Kind", key: (fault) => fault.item.kind, cell: (fault) => badge(fault.item.kind) },
    { name: "Gold", head: true, key: (fault) => (fault.gold || fault.predicted).text, cell: (fault) => sideCell(fault, fault.gold) },
    { name: "Records", key: (fault) => (fault.predicted || fault.gold).text, cell: (fault) => sideCell(fault, fault.predicted) },
    { name: "Rule", key: (fault) => fault.item.rule, cell: (fault) => fault.item.rule },
    { name: "Document", key: (fault) => fault.doc.index * 1e8 + fault.item.start, cell: (fault) => french(fault.doc.name) },
  ], 5, false);
  const scores = el("div", { class: "scroller", role: "region", "aria-label": "Scores", tabindex: "0" }, table);
  byId("view-errors").append(scores, tables.errors.node);
}

function sideCell(fault, side) {
  if (!side) return "nothing";
  return el("span", null, mentionButton(fault.item, side.text), el("span", { class: "side", lang: "fr" }, content(side, fault.sort)));
}

/** What one side says, as far as it bears on an error of this sort. */
function content(side, sort) {
  if (sort === "type") return side.kind;
  if (sort === "boundary") return `${side.start}–${side.end}`;
  if (sort === "of" || sort === "modifier") return side[sort] || "none";
  return side.value || "";
}

function refreshErrors() {
  if (!tables.errors) return;
  tables.errors.show(faults.filter((fault) => fault.item.shown && (!filters.fault || filters.fault === "any" || fault.sort === filters.fault)));
}
