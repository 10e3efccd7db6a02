/** The panel beside the drawing: who met whom in what is shown, or all that is said of what is chosen. */

import { make, spoken } from "./dom.js";
import { icon } from "./icon.js";
import { quote } from "./quote.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./model.js").Fact} Fact */
/** @typedef {import("./model.js").Edge} Edge */
/** @typedef {import("./filter.js").View} View */

const AT_ONCE = 40; // events at a time
const QUOTES = 2; // shown at first

/**
 * A button that leads to a thing.
 * @param {App} app
 * @param {Thing} thing
 */
export function leading(app, thing) {
  return make("button", { type: "button", class: "thing", click: () => app.choose(thing) }, icon(thing), app.labels.name(thing));
}

/**
 * Events in the order of time, with who took part and the words that say so.
 * @param {App} app
 * @param {View} view
 * @returns {Node[]}
 */
export function story(app, view) {
  const { labels } = app;
  const events = [...view.events].sort(byTime);
  const list = make("ol", { class: "story" });
  const more = make("button", { type: "button", class: "more", click: () => grow() });
  const grow = () => {
    const at = list.childElementCount;
    list.append(...events.slice(at, at + AT_ONCE).map((thing) => told(app, view, thing)));
    const left = events.length - list.childElementCount;
    more.hidden = !left;
    more.textContent = labels.say("more-events", { number: left });
  };
  grow();
  return [make("h2", {}, labels.say("who-met-whom")), make("p", { class: "hint" }, labels.say(events.length ? "story-hint" : "nothing-left")), list, more];
}

/** @param {Thing} a @param {Thing} b */
function byTime(a, b) {
  const [x, y] = [a, b].map(({ event }) => (event?.start || event?.end || "9").padEnd(10, "~")); // what is less precise comes later
  return x < y ? -1 : x > y ? 1 : a.index - b.index;
}

/**
 * One event of the story.
 * @param {App} app
 * @param {View} view
 * @param {Thing} thing
 */
function told(app, view, thing) {
  const { labels } = app;
  const { event } = thing;
  const parts = thing.facts.filter((fact) => fact.what === "participation" && view.facts.has(fact));
  /** @type {Map<Thing, string[]>} */
  const cast = new Map();
  for (const { one, code } of parts) if (one) cast.set(one, [...(cast.get(one) ?? []), labels.of(code)]);
  const words = telling([...parts.flatMap((fact) => fact.words), ...event?.words ?? []], [...cast.keys()]);
  const plan = event?.status === "status-planned" && make("span", { class: "badge" }, labels.of(event.status));
  return make("li", {},
    make("h3", {}, make("button", { type: "button", class: "thing", click: () => app.choose(thing) }, icon(thing), labels.short(thing)), " ", plan),
    labels.wording(thing).includes(" ") ? make("p", { class: "wording", ...spoken(event?.words[0]?.lang ?? "") }, labels.wording(thing)) : null,
    cast.size ? make("ul", { class: "cast" }, ...[...cast].map(([actor, capacities]) => make("li", {}, leading(app, actor),
      capacities.some((one) => one !== labels.of("capacity-attendee")) && make("span", { class: "quiet" }, ` ${capacities.join(", ")}`)))) : null,
    words && quote(app, words, parts.find((fact) => fact.words.includes(words)), [...cast.keys()]));
}

/**
 * The words that name most of those who took part, of these the shortest.
 * @param {import("./model.js").Words[]} words
 * @param {Thing[]} cast
 */
function telling(words, cast) {
  const named = (/** @type {import("./model.js").Words} */ { document, start, end }) => cast.filter((thing) => (
    thing.words.some((one) => one.document === document && one.start >= start && one.end <= end))).length;
  const heading = (/** @type {import("./model.js").Words} */ { document, text }) => Number(document.headline.includes(text));
  return words.map((one) => ({ one, rank: named(one) - heading(one) / 2 }))
    .sort((a, b) => b.rank - a.rank || (a.one.end - a.one.start) - (b.one.end - b.one.start) || a.one.index - b.one.index)[0]?.one;
}

/**
 * All that is said of a thing.
 * @param {App} app
 * @param {Thing} thing
 * @returns {Node[]}
 */
export function profile(app, thing) {
  const { labels } = app;
  const others = thing.names.filter(({ text }) => text !== labels.name(thing));
  const where = [thing.country, ...thing.countries].filter(Boolean).map((key) => labels.of(key));
  /** @type {(Node | string | null | false)[]} */
  const all = [
    make("h2", {}, icon(thing), labels.name(thing)),
    make("p", { class: "quiet" }, [labels.sort(thing), ...new Set(where)].join(" · ")),
    ...circumstances(app, thing),
    app.tools(thing),
    names(app, others, thing),
    ...SECTIONS.flatMap(([key, kinds]) => section(app, thing, key, kinds)),
    ...mentioned(app, thing),
  ];
  return all.filter((node) => node instanceof Node);
}

/** What is told together, by kinds of facts. @type {[string, string[]][]} */
const SECTIONS = [
  ["facts-posts", ["role"]],
  ["facts-events", ["participation", "elected", "turnout", "concerns", "part-of"]],
  ["facts-said", ["quotation", "instrument", "founding"]],
];

/**
 * Facts of some kinds in the order of time, under a heading.
 * @param {App} app
 * @param {Thing} thing
 * @param {string} key of the heading
 * @param {string[]} kinds
 * @returns {Node[]}
 */
function section(app, thing, key, kinds) {
  const facts = thing.facts.filter(({ what }) => kinds.includes(what))
    .sort((a, b) => (dated(a) < dated(b) ? -1 : dated(a) > dated(b) ? 1 : a.index - b.index));
  if (!facts.length) return [];
  const list = make("ol", { class: "facts" });
  const more = make("button", { type: "button", class: "more", click: () => grow() });
  const grow = () => {
    const at = list.childElementCount;
    list.append(...facts.slice(at, at + AT_ONCE).map((fact) => make("li", {}, ...factLines(app, fact, thing))));
    more.hidden = list.childElementCount === facts.length;
    more.textContent = app.labels.say("more-facts", { number: facts.length - list.childElementCount });
  };
  grow();
  const heading = key === "facts-events" && thing.event ? "facts-cast" : key;
  return [make("h3", {}, app.labels.say(heading)), list, more];
}

/** @param {Fact} fact */
function dated(fact) {
  const event = [fact.other, fact.one].find((thing) => thing?.event)?.event;
  return (fact.dates[0] ?? (event?.start || event?.end || "9")).padEnd(10, "~");
}

/**
 * @param {App} app
 * @param {import("./model.js").Name[]} others
 * @param {Thing} thing
 */
function names({ labels }, others, thing) {
  if (!others.length || (thing.event && others.length === 1)) return null;
  return make("details", { class: "names", open: others.length < 8 },
    make("summary", {}, labels.say("also-called", { number: others.length })),
    make("ul", {}, ...others.map(({ text, lang }) => make("li", {}, make("span", { class: "lang" }, lang === "und" ? "" : lang), make("span", spoken(lang), text)))));
}

/**
 * @param {App} app
 * @param {Thing} thing
 */
function circumstances(app, { event }) {
  if (!event) return [];
  const { labels } = app;
  const line = [event.status, event.format === "format-unknown" ? "" : event.format, event.place].filter(Boolean).map((key) => labels.of(key));
  const topics = event.about.map((key) => labels.of(key)).join(", ");
  const series = event.series && [labels.of(event.series), event.ordinal && labels.say("number", { number: event.ordinal })].filter(Boolean).join(", ");
  return [make("p", {}, line.join(" · ")), topics && make("p", { class: "quiet" }, labels.say("about", { topics })), series && make("p", { class: "quiet" }, series),
    ...(event.words.length ? [make("h3", {}, labels.say("told-here")), ...evidence(app, event.words, event, null)] : [])];
}

/**
 * A fact in words, as told of one of its things, with its evidence.
 * @param {App} app
 * @param {Fact} fact
 * @param {Thing | null} of
 * @returns {(Node | string)[]}
 */
export function factLines(app, fact, of) {
  const { labels } = app;
  const ends = [fact.one, fact.other].filter((thing) => thing && thing !== of);
  const how = ["participation", "role", "instrument", "founding"].includes(fact.what) && fact.code ? labels.of(fact.code) : labels.say(`fact-${fact.what}`);
  const titles = fact.what === "quotation" ? "" : [...new Set(fact.texts.map(({ text }) => text))].join("; ");
  const more = [fact.dates.map((date) => labels.date(date)).join(", "), fact.place && labels.of(fact.place), fact.value && `${fact.value} %`,
    fact.third && fact.third !== of && labels.say("on-behalf", { name: labels.name(fact.third) })];
  return [
    make("p", { class: "fact" }, make("strong", {}, how), titles && `: ${titles}`, ...ends.flatMap((thing) => (thing ? [" · ", leading(app, thing)] : [])),
      make("span", { class: "quiet" }, ...more.filter(Boolean).map((text) => ` · ${text}`))),
    ...evidence(app, fact.words, fact, fact),
  ];
}

/**
 * Words, the first ones at once, and the rule and confidence behind them.
 * @param {App} app
 * @param {import("./model.js").Words[]} words
 * @param {{rules: string[], confidence: number | null, doubts: string[]}} read
 * @param {Fact | null} fact
 */
function evidence(app, words, { rules, confidence, doubts }, fact) {
  const { labels } = app;
  const ends = fact ? [fact.one, fact.other].filter((thing) => thing !== null) : [];
  const how = [rules.length ? labels.say("rule", { rule: rules.join(", ") }) : "", confidence === null ? "" : labels.say("confidence-of", { number: confidence }), ...doubts];
  return [
    ...words.slice(0, QUOTES).map((one) => quote(app, one, fact, ends)),
    words.length > QUOTES && make("details", { class: "quotes" }, make("summary", {}, labels.say("more-quotes", { number: words.length - QUOTES })),
      ...words.slice(QUOTES).map((one) => quote(app, one, fact, ends))),
    how.some(Boolean) && make("p", { class: "rule" }, how.filter(Boolean).join(" · ")),
  ].filter((node) => node !== false);
}

/**
 * Where a thing is named.
 * @param {App} app
 * @param {Thing} thing
 */
function mentioned(app, thing) {
  if (!thing.words.length) return [];
  const { labels } = app;
  return [make("details", { class: "quotes", open: !thing.facts.length }, make("summary", {}, labels.say("named-here", { number: thing.words.length })),
    ...thing.words.slice(0, AT_ONCE).map((one) => quote(app, one)))];
}

/**
 * All that links two things.
 * @param {App} app
 * @param {Edge} edge
 * @returns {Node[]}
 */
export function link(app, edge) {
  return [
    make("h2", {}, leading(app, edge.one), " – ", leading(app, edge.other)),
    make("ol", { class: "facts" }, ...edge.facts.map((fact) => make("li", {}, ...factLines(app, fact, null)))),
  ];
}
