// The texts with their mentions. A document's text is made when it comes near the window: hundreds stay fast.

const textView = byId("view-text");
let nearby = null;

function makeTextView() {
  for (const doc of documents) {
    const meta = [doc.title ? doc.id : null, doc.date, plural(doc.mentions.length, "mention")];
    if (data.scores) meta.push(doc.compared ? plural(doc.faults.length, "error") : "not in gold");
    doc.heading = el("h2", { id: `d${doc.index}`, lang: "fr" }, doc.name);
    doc.body = el("div", { class: "text", lang: "fr" });
    doc.article = el(
      "article",
      { "aria-labelledby": `d${doc.index}` },
      doc.heading,
      el("p", { class: "meta" }, meta.filter(Boolean).join(" · ")),
      doc.whole ? null : el("p", { class: "note" }, textNote(doc)),
      doc.body,
    );
    doc.article.dataset.index = doc.index;
    const length = doc.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    doc.body.style.minHeight = `${Math.ceil(length / 75) * 1.75 + 1}em`;
    textView.append(doc.article);
  }
  nearby = new IntersectionObserver(
    (entries) => entries.forEach((entry) => entry.isIntersecting && renderText(documents[entry.target.dataset.index])),
    { rootMargin: "1500px 0px" },
  );
  documents.forEach((doc) => nearby.observe(doc.article));
  textView.addEventListener("keydown", onTextKey);
  textView.addEventListener("click", (event) => {
    const item = itemAt(event.target);
    if (item && getSelection().isCollapsed) pin(item, item.parts[0]);
  });
  textView.addEventListener("mouseover", (event) => {
    const item = itemAt(event.target);
    if (item) touch(item);
  });
  textView.addEventListener("focusin", (event) => {
    const item = itemAt(event.target);
    if (!item) return;
    rove(item);
    visit(item);
  });
}

const textNote = (doc) =>
  (doc.other ? "The text found is not the one that the records are from. " : "") +
  (doc.pieces.length ? "These are the sentences that the records quote, not the whole text." : "No records, and no text given.");

function itemAt(node) {
  const mark = node.closest ? node.closest("mark") : null;
  const item = mark ? items[Number(mark.dataset.item)] : null;
  return item && item.shown ? item : null;
}

function renderText(doc) {
  if (doc.rendered) return;
  doc.rendered = true;
  nearby.unobserve(doc.article);
  const sections = new Set(doc.mentions.map((item) => item.section));
  for (const piece of doc.pieces) piece.spans = [];
  for (const item of doc.items) if (item.place) item.place.piece.spans.push({ ...item.place, item });
  for (const fault of doc.faults) {
    if (fault.sort !== "boundary") continue;
    const place = locate(doc, fault.gold.start, fault.gold.end);
    if (place) place.piece.spans.push({ ...place, gold: true });
  }
  for (const piece of doc.pieces) {
    // The longer first; of two with the same span, gold's brackets are outside.
    piece.spans.sort((x, y) => x.a - y.a || y.b - x.b || Boolean(y.gold) - Boolean(x.gold));
    const node = doc.whole ? doc.body : el("div", { class: "piece" });
    if (!doc.whole) doc.body.append(node);
    layLines(node, piece, sections);
    piece.spans = null;
  }
  doc.body.style.minHeight = "";
  refreshMarks(doc);
  highlightWordsOf(doc);
}

/** Lay a piece's text out line by line: a paragraph each, together exactly the text. */
function layLines(parent, piece, sections) {
  const { text, spans } = piece;
  let next = 0;
  let open = [];
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf("\n", from);
    const to = found < 0 ? text.length : found + 1;
    while (next < spans.length && spans[next].a < to) open.push(spans[next++]);
    const line = text.slice(from, to).trim();
    const look = line === "" ? "blank" : sections.has(line) ? "section" : "line";
    const node = el("p", { class: look });
    layMarks(node, text, from, to, open);
    parent.append(node);
    open = open.filter((span) => span.b > to);
    from = to;
  }
}

/** Lay text[from:to] out with the spans that touch it, nested; where spans cross, the later is cut in two. */
function layMarks(parent, text, from, to, spans) {
  const waiting = spans.map((span) => ({ ...span, a: Math.max(span.a, from), b: Math.min(span.b, to) }));
  const open = [{ node: parent, b: to }];
  let at = from;
  const writeTo = (end) => {
    for (;;) {
      const top = open[open.length - 1];
      const stop = Math.min(end, top.b);
      if (stop > at) top.node.append(text.slice(at, stop));
      at = Math.max(at, stop);
      if (open.length === 1 || top.b > end) return;
      open.pop();
    }
  };
  for (let index = 0; index < waiting.length; index++) {
    const span = waiting[index];
    writeTo(span.a);
    const top = open[open.length - 1];
    if (span.b > top.b) {
      const rest = { ...span, a: top.b };
      span.b = top.b;
      let place = index + 1;
      while (place < waiting.length && (waiting[place].a < rest.a || (waiting[place].a === rest.a && waiting[place].b >= rest.b))) place++;
      waiting.splice(place, 0, rest);
    }
    const node = makeMark(span);
    top.node.append(node);
    open.push({ node, b: span.b });
  }
  writeTo(to);
}

function makeMark(span) {
  if (span.gold) return el("span", { class: "gold-span", title: "span in gold" });
  const { item } = span;
  const sorts = item.faults.map((fault) => fault.sort);
  const node = el("mark", { class: [item.kind, ...sorts.map((sort) => `fault-${sort}`)].join(" ") });
  node.dataset.item = item.index;
  // Style sheets show these before the first part: kinds and errors are not told by colour alone.
  if (item.parts.length === 0) {
    node.dataset.letter = LETTERS[item.kind];
    if (sorts.length) node.dataset.fault = [...new Set(sorts)].map((sort) => FAULTS[sort]).join(", ");
  }
  item.parts.push(node);
  return node;
}

/** Show which marks of a document pass the filters; its first is where Tab stops. */
function refreshMarks(doc) {
  if (!doc.rendered) return;
  let first = true;
  for (const item of doc.items) {
    for (const part of item.parts) {
      part.classList.toggle("off", !item.shown);
      part.removeAttribute("tabindex");
      part.removeAttribute("role");
    }
    if (!item.shown || item.parts.length === 0) continue;
    // A button hides what is inside it from screen readers: one around another mark stays a mark.
    if (!item.parts[0].querySelector("mark")) item.parts[0].setAttribute("role", "button");
    item.parts[0].tabIndex = first ? 0 : -1;
    first = false;
  }
}

function refreshText() {
  for (const doc of documents) {
    doc.article.hidden = !doc.shown;
    refreshMarks(doc);
  }
  highlightWords();
}

function rove(item) {
  for (const other of item.doc.items) if (other.shown && other.parts.length) other.parts[0].tabIndex = -1;
  item.parts[0].tabIndex = 0;
}

const visitable = (doc) => doc.items.filter((item) => item.shown && item.parts.length);

function onTextKey(event) {
  const item = itemAt(event.target);
  if (!item || event.altKey || event.ctrlKey || event.metaKey) return;
  const own = visitable(item.doc);
  const at = own.indexOf(item);
  let goal = null;
  if (event.key === "ArrowRight" || event.key === "ArrowDown") goal = own[at + 1] || neighbour(item.doc, 1);
  else if (event.key === "ArrowLeft" || event.key === "ArrowUp") goal = own[at - 1] || neighbour(item.doc, -1);
  else if (event.key === "Home") goal = own[0];
  else if (event.key === "End") goal = own[own.length - 1];
  else if (event.key === "Enter" || event.key === " ") pin(item, item.parts[0]);
  else return;
  event.preventDefault();
  if (goal) goal.parts[0].focus();
}

/** The first mention of the next document that shows one, or the last of the one before. */
function neighbour(doc, step) {
  for (let index = doc.index + step; documents[index]; index += step) {
    if (!documents[index].shown) continue;
    renderText(documents[index]);
    const found = visitable(documents[index]);
    if (found.length) return step > 0 ? found[0] : found[found.length - 1];
  }
  return null;
}

function showInText(item) {
  if (!item.shown) clearFilters();
  selectView("text");
  renderText(item.doc);
  const mark = item.parts[0];
  if (!mark) {
    item.doc.heading.scrollIntoView();
    visit(item);
    return;
  }
  mark.scrollIntoView({ block: "center" });
  mark.focus({ preventScroll: true });
}

/** The ranges of spans [a, b] of a piece, which are sorted and apart, in one walk through its rendered text. */
function rangesOf(doc, piece, wanted) {
  const root = doc.whole ? doc.body : doc.body.children[doc.pieces.indexOf(piece)];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ranges = [];
  let range = null;
  for (let at = 0, next = 0; next < wanted.length && walker.nextNode(); ) {
    const node = walker.currentNode;
    const end = at + node.length;
    while (next < wanted.length) {
      const [a, b] = wanted[next];
      if (!range && a < end) {
        range = new Range();
        range.setStart(node, a - at);
      }
      if (!range || b > end) break;
      range.setEnd(node, b - at);
      ranges.push(range);
      range = null;
      next++;
    }
    at = end;
  }
  return ranges;
}

const canPaint = typeof Highlight === "function" && Boolean(CSS.highlights);
const painted = canPaint ? { words: new Highlight(), counted: new Highlight() } : null;
if (canPaint) for (const [name, highlight] of Object.entries(painted)) CSS.highlights.set(name, highlight);

/** Paint the words searched for; the browser paints ranges without a change to the text. */
function highlightWords() {
  if (!canPaint) return;
  painted.words.clear();
  for (const doc of documents) if (doc.shown) highlightWordsOf(doc);
}

function highlightWordsOf(doc) {
  const { query } = filters;
  if (!canPaint || !query || !doc.rendered) return;
  for (const piece of doc.pieces) {
    const text = foldedPiece(piece);
    const found = [];
    for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) found.push([at, at + query.length]);
    for (const range of rangesOf(doc, piece, found)) painted.words.add(range);
  }
}

/** Paint what the figure shown in the panel counts. */
function highlightCounted(item) {
  if (!canPaint) return;
  painted.counted.clear();
  const place = item && item.of_start !== undefined && item.doc.rendered ? locate(item.doc, item.of_start, item.of_end) : null;
  if (place) rangesOf(item.doc, place.piece, [[place.a, place.b]]).forEach((range) => painted.counted.add(range));
}
