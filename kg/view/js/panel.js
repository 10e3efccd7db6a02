/** All that is said of what is chosen, in the panel beside the drawing. */

import { make, spoken } from "./dom.js";
import { icon } from "./icon.js";
import { leading } from "./leading.js";
import { timeKey } from "./model.js";
import { quote } from "./quote.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./model.js").Fact} Fact */
/** @typedef {import("./model.js").Edge} Edge */

const AT_ONCE = 40; // facts at a time
const QUOTES = 2; // shown at first

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
  const facts = thing.facts
    .filter(({ what }) => kinds.includes(what))
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
  return timeKey(fact.dates[0] ?? (event?.start || event?.end || ""));
}

/**
 * @param {App} app
 * @param {import("./model.js").Name[]} others
 * @param {Thing} thing
 */
function names({ labels }, others, thing) {
  if (!others.length || (thing.event && others.length === 1)) return null;
  return make(
    "details",
    { class: "names", open: others.length < 8 },
    make("summary", {}, labels.say("also-called", { number: others.length })),
    make(
      "ul",
      {},
      ...others.map(({ text, lang }) =>
        make("li", {}, make("span", { class: "lang" }, lang === "und" ? "" : lang), make("span", spoken(lang), text)),
      ),
    ),
  );
}

/**
 * @param {App} app
 * @param {Thing} thing
 */
function circumstances(app, { event }) {
  if (!event) return [];
  const { labels } = app;
  const line = [event.status, event.format === "format-unknown" ? "" : event.format, event.place]
    .filter(Boolean)
    .map((key) => labels.of(key));
  const topics = event.about.map((key) => labels.of(key)).join(", ");
  const series =
    event.series &&
    [labels.of(event.series), event.ordinal && labels.say("number", { number: event.ordinal })]
      .filter(Boolean)
      .join(", ");
  return [
    make("p", {}, line.join(" · ")),
    topics && make("p", { class: "quiet" }, labels.say("about", { topics })),
    series && make("p", { class: "quiet" }, series),
    ...(event.words.length
      ? [make("h3", {}, labels.say("told-here")), ...evidence(app, event.words, event, null)]
      : []),
  ];
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
  const how =
    ["participation", "role", "instrument", "founding"].includes(fact.what) && fact.code
      ? labels.of(fact.code)
      : labels.say(`fact-${fact.what}`);
  const titles = fact.what === "quotation" ? "" : [...new Set(fact.texts.map(({ text }) => text))].join("; ");
  const more = [
    fact.dates.map((date) => labels.date(date)).join(", "),
    fact.place && labels.of(fact.place),
    fact.value && `${fact.value} %`,
    fact.third && fact.third !== of && labels.say("on-behalf", { name: labels.name(fact.third) }),
  ];
  return [
    make(
      "p",
      { class: "fact" },
      make("strong", {}, how),
      titles && `: ${titles}`,
      ...ends.flatMap((thing) => (thing ? [" · ", leading(app, thing)] : [])),
      make("span", { class: "quiet" }, ...more.filter(Boolean).map((text) => ` · ${text}`)),
    ),
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
  const how = [
    rules.length ? labels.say("rule", { rule: rules.join(", ") }) : "",
    confidence === null ? "" : labels.say("confidence-of", { number: confidence }),
    ...doubts,
  ];
  return [
    ...words.slice(0, QUOTES).map((one) => quote(app, one, fact, ends)),
    words.length > QUOTES &&
      make(
        "details",
        { class: "quotes" },
        make("summary", {}, labels.say("more-quotes", { number: words.length - QUOTES })),
        ...words.slice(QUOTES).map((one) => quote(app, one, fact, ends)),
      ),
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
  return [
    make(
      "details",
      { class: "quotes", open: !thing.facts.length },
      make("summary", {}, labels.say("named-here", { number: thing.words.length })),
      ...thing.words.slice(0, AT_ONCE).map((one) => quote(app, one)),
    ),
  ];
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
