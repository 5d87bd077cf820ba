// The panel: what is known of the mention under the pointer or the focus.

const panel = byId("panel");
const panelBody = byId("panel-body");
let pinned = null; // the item that stays until it is let go
let isReturning = false;
let returnTo = null; // where the focus goes back to

function rows(list, pairs) {
  for (const [name, value, isFrench] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    list.append(el("dt", null, name), el("dd", isFrench ? { lang: "fr" } : null, value));
  }
  return list;
}

function describe(item) {
  if (item.kind === "date") {
    const dated = item.earliest || item.latest;
    return [
      ["EDTF", item.edtf || "not anchored"],
      ["Earliest", dated ? item.earliest || "open" : null],
      ["Latest", dated ? item.latest || "open" : null],
      ["Precision", item.precision],
      ["Modifier", item.modifier],
    ];
  }
  if (item.kind === "figure") {
    return [
      ["Value", figureValue(item)],
      ["Counts", item.of, true],
      ["Quantity", item.quantity],
      ["Modifier", (item.modifier || "").replace("_", " ")],
    ];
  }
  if (item.kind === "country") return [["Name", item.name, true], ["Code", item.entity]];
  return [
    ["Name", item.name, true],
    ["Acronym", item.acronym, true],
    ["Subtype", item.subtype],
    ["Entity", item.entity],
    ["Wikidata", item.wikidata],
  ];
}

function sentenceOf(item) {
  const { sentence, inSentence: at } = item;
  if (!sentence || at < 0) return sentence || "";
  const end = at + item.text.length;
  return el("span", null, sentence.slice(0, at), el("b", null, sentence.slice(at, end)), sentence.slice(end));
}

/** A sentence cut to the words around its mention, for tables. */
function excerptOf(item, width = 60) {
  const { sentence, inSentence: at } = item;
  if (!sentence || at < 0) return (sentence || "").slice(0, 2 * width);
  const end = at + item.text.length;
  // At a blank if there is one.
  const before = sentence.slice(0, at).slice(-width).replace(at > width ? /^\S{0,15}(?=\s)/ : "", "");
  const after = sentence.slice(end, end + width).replace(sentence.length > end + width ? /\s\S{0,15}$/ : "", "");
  const parts = [at > width ? "…" : "", before, el("b", null, item.text), after, sentence.length > end + width ? " …" : ""];
  return el("span", null, ...parts);
}

function sideRows(fault) {
  const { gold, predicted } = fault;
  const say = (side) => {
    if (!side) return "nothing";
    const own = content(side, fault.sort);
    return fault.sort === "type" || fault.sort === "of" || fault.sort === "modifier" || !own ? own || side.text : `${side.text}: ${own}`;
  };
  return [["Gold", say(gold), true], ["Records", say(predicted), true]];
}

function showPanel(item) {
  const body = [el("h2", null, badge(item.kind), " ", french(item.text))];
  for (const fault of item.faults) {
    body.push(
      el("div", { class: "fault" }, el("strong", null, `Error: ${FAULTS[fault.sort]}`), rows(el("dl"), sideRows(fault))),
    );
  }
  const place = item.doc.title ? `${item.doc.title} (${item.doc.id})` : item.doc.id;
  body.push(
    rows(el("dl"), [
      ...(item.missed ? [] : describe(item)),
      ["Rule", item.rule],
      ["Sentence", sentenceOf(item), true],
      ["Section", item.section, true],
      ["Document", place, true],
      ["Place", `${item.start}–${item.end}`],
    ]),
  );
  const actions = el("p", { class: "actions" });
  if (currentView !== "text") actions.append(el("button", { type: "button", click: () => showInText(item) }, "Show in the text"));
  const entity = entityOf(item);
  if (entity) {
    const label = `Entity (${plural(entity.mentions.length, "mention")})`;
    actions.append(el("button", { type: "button", click: () => showEntity(entity) }, label));
  }
  actions.append(el("button", { type: "button", class: "close", click: closePanel }, "Close"));
  panelBody.replaceChildren(...body, actions);
  panel.classList.add("open");
  highlightCounted(item);
}

/** Show the item under the pointer, unless another one is pinned. */
function touch(item) {
  if (!pinned) showPanel(item);
}

/** Show the item that has the focus. */
function visit(item) {
  if (isReturning) return;
  pinned = null;
  showPanel(item);
}

/** Keep an item in the panel and go there; `node` is where the focus comes back to. */
function pin(item, node) {
  pinned = item;
  returnTo = node;
  showPanel(item);
  panel.focus();
}

function closePanel() {
  const node = returnTo;
  pinned = null;
  returnTo = null;
  clearPanel();
  isReturning = true; // or the focus would open what was just closed
  if (node && node.isConnected) node.focus({ preventScroll: true });
  isReturning = false;
}

function clearPanel() {
  pinned = null;
  panel.classList.remove("open");
  panelBody.replaceChildren(
    el("p", { class: "hint" }, "Point at a highlighted mention, or move to one with the keyboard, to see what is known of it."),
  );
  highlightCounted(null);
}

/** The events of a node that stands for an item in some view. */
function standsFor(node, item) {
  node.addEventListener("mouseenter", () => touch(item));
  node.addEventListener("focus", () => visit(item));
  return node;
}
