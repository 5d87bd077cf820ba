// The timeline: a mark for each dated mention, document by document, packed into lanes under one axis.

const timelineView = byId("view-timeline");
const SVG = "http://www.w3.org/2000/svg";
const LANE = 22; // height of a lane, CSS px
const EDGE = 34; // kept free at both sides for the arrows of open ends
const ARROW = 26;
const LETTER = 6.4; // mean width of a character of a label
const LONGEST = 32; // characters of a label

function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Days since 1970 of an ISO date. */
function dayOf(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 864e5;
}

const isDated = (item) => item.kind === "date" && !item.missed && Boolean(item.earliest || item.latest);
const dated = mentions.filter(isDated);
for (const item of dated) {
  item.from = item.earliest ? dayOf(item.earliest) : null;
  item.to = item.latest ? dayOf(item.latest) + 1 : null;
}

const yearOf = (iso) => Number(iso.slice(0, 4));
const years = dated.flatMap((item) => [item.earliest, item.latest].filter(Boolean).map(yearOf)).sort((x, y) => x - y);
const wholeSpan = years.length ? [years[0], years[years.length - 1]] : [2000, 2000];
const span = usualSpan();
let axisNote = null;
let drawnWidth = 0; // of the view when the timeline was last drawn

/** The years shown at first: all, unless a few far ones would press the others together. */
function usualSpan() {
  if (years.length < 20) return [...wholeSpan];
  const low = years[Math.floor(years.length * 0.02)];
  const high = years[Math.ceil(years.length * 0.98) - 1];
  return wholeSpan[1] - wholeSpan[0] > 3 * (high - low + 5) ? [low, high] : [...wholeSpan];
}

function makeTimeline() {
  const inputs = ["From", "To"].map((name, index) => {
    const input = el("input", { type: "number", min: "1", max: "9999", value: span[index] });
    input.addEventListener("change", () => {
      const year = Math.min(9999, Math.max(1, Math.round(Number(input.value) || wholeSpan[index])));
      span[index] = year;
      if (span[0] > span[1]) span[1 - index] = year;
      setInputs();
    });
    return input;
  });
  const setInputs = () => {
    inputs.forEach((input, index) => (input.value = span[index]));
    refreshTimeline();
  };
  const all = el("button", { type: "button", click: () => { span.splice(0, 2, ...wholeSpan); setInputs(); } }, "All years");
  axisNote = el("p", { class: "hint" });
  timelineView.append(
    el("div", { class: "axis-tools" }, el("label", null, "From year ", inputs[0]), el("label", null, "to year ", inputs[1]), all),
    axisNote,
    el("ul", { class: "legend", "aria-label": "Legend" },
      ...[["bar", "a day, month, year or interval"], ["open", "open end: the text sets no bound"], ["beyond", "outside the years shown"]].map(([kind, text]) => el("li", null, legendMark(kind), ` ${text}`))),
    el("div", { class: "axis" }),
    el("div", { class: "lanes" }),
  );
  timelineView.addEventListener("keydown", onTimelineKey);
  new ResizeObserver(() => {
    if (timelineView.clientWidth !== drawnWidth) refreshTimeline();
  }).observe(timelineView);
}

function legendMark(kind) {
  const shape = { bar: bar(2, 36), open: [bar(2, 12), openEnd(12, 1)].flat(), beyond: beyond(14, 1) }[kind];
  return svg("svg", { width: 40, height: 14, viewBox: `0 4 40 14`, "aria-hidden": "true", class: "mark" }, ...[shape].flat());
}

const bar = (x, end) => svg("rect", { class: "bar", x, y: 6, width: Math.max(end - x, 0), height: 10, rx: 2 });

/** A dashed line with an arrow head: the bar goes on, nobody says how far. */
const openEnd = (x, side) => [
  svg("path", { class: "dash", d: `M${x} 11h${side * (ARROW - 6)}` }),
  svg("path", { class: "head", d: `M${x + side * (ARROW - 8)} 6l${side * 7} 5l${-side * 7} 5` }),
];

const beyond = (x, side) => svg("path", { class: "beyond", d: `M${x} 5l${side * 6} 6l${-side * 6} 6m${side * 6} -12l${side * 6} 6l${-side * 6} 6` });

function scaleOf(width) {
  const from = dayOf(`${String(span[0]).padStart(4, "0")}-01-01`);
  const to = dayOf(`${String(span[1]).padStart(4, "0")}-12-31`) + 1;
  const inner = Math.max(width - 2 * EDGE, 50);
  return { from, to, width, x: (day) => EDGE + ((day - from) / (to - from)) * inner };
}

/** Where a mention's bar and label go; ends beyond the axis are set to its edge. */
function placeMark(item, scale) {
  const known = [item.from ?? item.to - 1, item.to ?? item.from + 1];
  const out = known[1] <= scale.from ? -1 : known[0] >= scale.to ? 1 : 0;
  const clip = (day) => scale.x(Math.min(Math.max(day, scale.from), scale.to));
  let [x, end] = known.map(clip);
  if (end - x < 8) {
    const middle = Math.min(Math.max((x + end) / 2, EDGE), scale.width - EDGE);
    [x, end] = [middle - 4, middle + 4];
  }
  const left = item.from === null ? ARROW : known[0] < scale.from ? 14 : 0;
  const right = item.to === null ? ARROW : known[1] > scale.to ? 14 : 0;
  const label = item.text.length > LONGEST ? `${item.text.slice(0, LONGEST - 1)}…` : item.text;
  const wide = label.length * LETTER + 8;
  const behind = end + right + wide <= scale.width;
  const before = !behind && x - left - wide >= 0;
  return {
    item, x, end, out, label: behind || before ? label : "", labelX: behind ? end + right + 4 : x - left - 4, anchor: behind ? "start" : "end",
    low: before ? x - left - wide : x - left, high: behind ? end + right + wide : end + right, scale, known,
  };
}

function drawMark(mark, lane) {
  const { item, x, end, out, scale, known } = mark;
  const parts = out ? [] : [bar(x, end)];
  if (out) parts.push(beyond(out < 0 ? x + 8 : x, out));
  if (!out && item.from !== null && known[0] < scale.from) parts.push(beyond(x - 1, -1));
  if (!out && item.to !== null && known[1] > scale.to) parts.push(beyond(end + 1, 1));
  if (item.from === null) parts.push(...openEnd(x, -1));
  if (item.to === null) parts.push(...openEnd(end, 1));
  if (mark.label) parts.push(svg("text", { x: mark.labelX, y: 15, "text-anchor": mark.anchor, lang: "fr" }, mark.label));
  const bounds = `${item.earliest || "open"} to ${item.latest || "open"}`;
  const hit = svg("rect", { class: "hit", x: mark.low, y: 1, width: Math.max(mark.high - mark.low, 8), height: LANE - 2, rx: 3 });
  const node = svg("g", { class: "mark", transform: `translate(0 ${lane * LANE})`, role: "button", tabindex: -1, "aria-label": `${item.text}: ${bounds}` }, hit, ...parts);
  if (item.from === null) node.dataset.openStart = "";
  if (item.to === null) node.dataset.openEnd = "";
  node.dataset.item = item.index;
  node.addEventListener("click", () => pin(item, node));
  standsFor(node, item);
  return node;
}

function drawDocument(doc, found, scale) {
  const marks = found.map((item) => placeMark(item, scale)).sort((a, b) => a.low - b.low || a.high - b.high || a.item.start - b.item.start);
  const ends = []; // where each lane is free again
  const nodes = marks.map((mark) => {
    let lane = ends.findIndex((end) => end + 4 <= mark.low);
    if (lane < 0) lane = ends.length;
    ends[lane] = mark.high;
    return drawMark(mark, lane);
  });
  nodes[0].setAttribute("tabindex", 0);
  const height = ends.length * LANE + 4;
  const label = `Timeline of ${doc.name}: ${plural(found.length, "dated mention")}`;
  const grid = ticksOf(scale).map(({ x }) => svg("path", { class: "grid", d: `M${x} 0v${height}` }));
  const drawing = svg("svg", { width: scale.width, height, role: "group", "aria-label": label }, ...grid, ...nodes);
  const section = el("section", { class: "lane" }, el("h2", { lang: "fr" }, doc.name), drawing);
  section.style.containIntrinsicSize = `auto ${height + 30}px`;
  return section;
}

/** Ticks at round years, or at months where only a few years are shown. */
function ticksOf(scale) {
  const count = span[1] - span[0] + 1;
  const room = Math.max(2, Math.floor(scale.width / 70));
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000].find((size) => count / size <= room);
  const ticks = [];
  for (let year = Math.ceil(span[0] / step) * step; year <= span[1] + 1; year += step) {
    ticks.push({ x: scale.x(dayOf(`${String(year).padStart(4, "0")}-01-01`)), label: String(year) });
  }
  return ticks;
}

function refreshTimeline() {
  if (timelineView.hidden) return;
  drawnWidth = timelineView.clientWidth;
  const scale = scaleOf(Math.max(drawnWidth - 2, 260));
  const ticks = ticksOf(scale).flatMap(({ x, label }) => [
    svg("path", { class: "tick", d: `M${x} 18v6` }),
    svg("text", { x, y: 14, "text-anchor": "middle" }, label),
  ]);
  timelineView.querySelector(".axis").replaceChildren(svg("svg", { width: scale.width, height: 24, "aria-hidden": "true" }, ...ticks));
  const drawn = [];
  let count = 0;
  for (const doc of documents) {
    const found = doc.mentions.filter((item) => item.shown && isDated(item));
    count += found.length;
    if (found.length) drawn.push(drawDocument(doc, found, scale));
  }
  timelineView.querySelector(".lanes").replaceChildren(...drawn);
  const loose = mentions.filter((item) => item.kind === "date" && item.shown).length - count;
  axisNote.textContent = `${plural(count, "dated mention")}${loose ? `; ${plural(loose, "mention")} with no year to draw (relative or recurring) left out` : ""}.`;
}

function onTimelineKey(event) {
  const node = event.target.closest ? event.target.closest("g.mark") : null;
  if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = [...node.parentNode.querySelectorAll("g.mark")];
  const at = all.indexOf(node);
  const goal = { ArrowRight: all[at + 1], ArrowDown: all[at + 1], ArrowLeft: all[at - 1], ArrowUp: all[at - 1], Home: all[0], End: all[all.length - 1] };
  if (event.key === "Enter" || event.key === " ") pin(items[node.dataset.item], node);
  else if (!(event.key in goal)) return;
  event.preventDefault();
  const next = goal[event.key];
  if (!next) return;
  node.setAttribute("tabindex", -1);
  next.setAttribute("tabindex", 0);
  next.focus();
}
