// The data as embedded, made into items; the filters; and the few helpers that all views share.

const KINDS = ["organisation", "programme", "date", "figure", "country"];
const LETTERS = { organisation: "O", programme: "P", date: "D", figure: "F", country: "C" };
const FAULTS = {
  miss: "missed",
  spurious: "spurious",
  boundary: "boundary",
  type: "kind",
  value: "value",
  of: "counted",
  modifier: "modifier",
};
const MANY = 200; // rows of a table shown at once

const byId = (id) => document.getElementById(id);

/** Make an element. Strings become text nodes: nothing here turns a string into markup. */
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const french = (text, tag = "span") => el(tag, { lang: "fr" }, text);
const plural = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
const badge = (kind) => el("span", { class: `badge ${kind}` }, el("abbr", { title: kind }, LETTERS[kind]), ` ${kind}`);
const collator = new Intl.Collator("fr", { numeric: true, sensitivity: "base" });

const foldedCharacters = new Map([["’", "'"], ["\u2010", "-"], ["\u2011", "-"], ["\u00a0", " "], ["\u202f", " "]]);

/** Lower case without accents, unit by unit, so that offsets stay. */
function fold(text) {
  return text.replace(/[^\0-@[-\x7f]/g, (unit) => {
    let folded = foldedCharacters.get(unit);
    if (folded === undefined) {
      folded = unit.normalize("NFD").charAt(0).toLowerCase();
      if (folded.length !== 1) folded = unit;
      foldedCharacters.set(unit, folded);
    }
    return folded;
  });
}

/** A function from code points, as the records count, to UTF-16 units, as JavaScript does. */
function unitsOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const units = [0];
  for (const point of text) units.push(units[units.length - 1] + point.length);
  return (offset) => units[Math.min(offset, units.length - 1)];
}

const data = JSON.parse(byId("data").textContent);

/** Where a span of code points stands: the piece, and its units in it; null if no piece has its start. */
function locate(doc, start, end) {
  let low = 0;
  let high = doc.pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.pieces[middle].start <= start) low = middle + 1;
    else high = middle;
  }
  const piece = doc.pieces[low - 1];
  if (!piece) return null;
  const a = piece.units(start - piece.start);
  const b = Math.min(piece.units(end - piece.start), piece.text.length);
  return a < b ? { piece, a, b } : null;
}

function makeItem(doc, raw) {
  const place = locate(doc, raw.start, raw.end);
  const item = { ...raw, doc, place, faults: [], parts: [] };
  if (item.text === undefined) item.text = place ? place.piece.text.slice(place.a, place.b) : "";
  if (Array.isArray(raw.sentence)) {
    const found = locate(doc, raw.sentence[0], raw.sentence[1]);
    item.sentence = found ? found.piece.text.slice(found.a, found.b) : "";
    item.inSentence = found && place && found.piece === place.piece ? place.a - found.a : -1;
  } else {
    item.inSentence = (raw.sentence || "").indexOf(item.text);
  }
  return item;
}

const keyOf = (side) => `${side.kind} ${side.start} ${side.end}`;

const documents = data.documents.map((raw, index) => {
  const doc = { ...raw, index, name: raw.title || raw.id };
  doc.pieces = raw.pieces.map(([start, text]) => ({ start, text, units: unitsOf(text) }));
  doc.mentions = raw.mentions.map((mention) =>
    makeItem(doc, {
      ...mention,
      rule: data.strings[mention.rule],
      section: mention.section === null ? null : data.strings[mention.section],
    }),
  );
  const found = new Map(doc.mentions.map((item) => [keyOf(item), item]));
  doc.faults = raw.faults.map((fault) => {
    const item = fault.predicted ? found.get(keyOf(fault.predicted)) : null;
    const made = { ...fault, doc, item: item || makeItem(doc, { ...(fault.gold || fault.predicted), rule: "", section: null, sentence: "" }) };
    if (!item) made.item.missed = true;
    made.item.faults.push(made);
    return made;
  });
  doc.missed = doc.faults.filter((fault) => fault.item.missed).map((fault) => fault.item);
  // What can be visited in the text: mentions, and those missed.
  doc.items = [...doc.mentions, ...doc.missed].sort((x, y) => x.start - y.start || y.end - x.end);
  let section = null;
  for (const item of doc.items) {
    if (item.missed) item.section = section;
    else section = item.section;
  }
  return doc;
});

const items = documents.flatMap((doc) => doc.items);
items.forEach((item, index) => (item.index = index));
const mentions = documents.flatMap((doc) => doc.mentions);
const faults = documents.flatMap((doc) => doc.faults);

/** The figure or date as a reader writes it; what is missing is left out. */
function valueOf(item) {
  if (item.missed) return item.value || "";
  if (item.kind === "date") return item.edtf || "not anchored";
  if (item.kind === "figure") return figureValue(item);
  if (item.kind === "country") return `${item.name} (${item.entity})`;
  return item.acronym ? `${item.name} (${item.acronym})` : item.name;
}

const MODIFIERS = { about: "≈ ", more_than: "> ", less_than: "< ", at_least: "≥ ", at_most: "≤ " };

function figureValue(item) {
  const grouped = (number) => {
    const [whole, ...rest] = number.split(".");
    return [whole.replace(/\B(?=(\d{3})+$)/g, "\u202f"), ...rest].join(".");
  };
  const bound = (number) => (number === undefined ? "…" : grouped(number));
  const number = item.value === undefined ? `${bound(item.low)} – ${bound(item.high)}` : grouped(item.value);
  return `${MODIFIERS[item.modifier] || ""}${number}${item.unit ? `\u00a0${item.unit}` : ""}`;
}

const filters = { query: "", kinds: new Set(KINDS), document: "", section: "", fault: "" };
const NO_SECTION = "-";

function haystack(item) {
  if (item.folded === undefined) {
    const parts = [item.text, item.name, item.acronym, item.entity, item.of, item.edtf, item.value, item.rule, item.sentence];
    item.folded = fold(parts.filter(Boolean).join("\n"));
  }
  return item.folded;
}

const passesFault = (item) =>
  !filters.fault || (filters.fault === "any" ? item.faults.length > 0 : item.faults.some((fault) => fault.sort === filters.fault));

function passes(item) {
  if (filters.document !== "" && item.doc.index !== Number(filters.document)) return false;
  if (!filters.kinds.has(item.kind)) return false;
  if (filters.section && (item.section === null ? NO_SECTION : `s${item.section}`) !== filters.section) return false;
  if (!passesFault(item)) return false;
  return !filters.query || haystack(item).includes(filters.query);
}

const isNarrowed = () =>
  filters.query !== "" || filters.kinds.size < KINDS.length || filters.section !== "" || filters.fault !== "";

/** Whether the document's own text has the words searched for, when nothing but words is searched for. */
function hasWords(doc) {
  if (!filters.query || filters.section || filters.fault) return false;
  return doc.pieces.some((piece) => foldedPiece(piece).includes(filters.query));
}

function foldedPiece(piece) {
  if (piece.folded === undefined) piece.folded = fold(piece.text);
  return piece.folded;
}

/** Apply the filters: marks each item and each document as shown or not. */
function applyFilters() {
  for (const item of items) item.shown = passes(item);
  for (const doc of documents) {
    const chosen = filters.document === "" || doc.index === Number(filters.document);
    doc.shown = chosen && (!isNarrowed() || doc.items.some((item) => item.shown) || hasWords(doc));
  }
}
