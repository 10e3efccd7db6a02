/** Who met whom in what is shown: its events in the order of time, each with the words that say so. */

import { make, spoken } from "./dom.js";
import { icon } from "./icon.js";
import { leading } from "./leading.js";
import { timeKey } from "./model.js";
import { quote } from "./quote.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./filter.js").View} View */

const TOLD = 40; // events at a time

/**
 * Events in the order of time, with who took part and the words that say so.
 * @param {App} app
 * @param {View} view
 * @returns {Node[]}
 */
export function story(app, view) {
  const { labels } = app;
  const events = inOrder(view.events);
  const list = make("ol", { class: "story" });
  const more = make("button", { type: "button", class: "more", click: () => grow() });
  const grow = () => {
    const at = list.childElementCount;
    list.append(...events.slice(at, at + TOLD).map((thing) => told(app, view, thing)));
    const left = events.length - list.childElementCount;
    more.hidden = !left;
    more.textContent = labels.say("more-events", { number: left });
  };
  grow();
  return [
    make("h2", {}, labels.say("who-met-whom")),
    make("p", { class: "hint" }, labels.say(events.length ? "story-hint" : "nothing-left")),
    list,
    more,
  ];
}

/**
 * Events in the order of time.
 * @param {Iterable<Thing>} events
 */
function inOrder(events) {
  const keys = [...events].map((thing) => ({ thing, key: timeKey(thing.event?.start || thing.event?.end || "") }));
  keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.thing.index - b.thing.index));
  return keys.map(({ thing }) => thing);
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
  const words = telling([...parts.flatMap((fact) => fact.words), ...(event?.words ?? [])], [...cast.keys()]);
  const plan = event?.status === "status-planned" && make("span", { class: "badge" }, labels.of(event.status));
  return make(
    "li",
    {},
    make(
      "h3",
      {},
      make(
        "button",
        { type: "button", class: "thing", click: () => app.choose(thing) },
        icon(thing),
        labels.short(thing),
      ),
      " ",
      plan,
    ),
    labels.wording(thing).includes(" ")
      ? make("p", { class: "wording", ...spoken(event?.words[0]?.lang ?? "") }, labels.wording(thing))
      : null,
    cast.size
      ? make(
          "ul",
          { class: "cast" },
          ...[...cast].map(([actor, capacities]) =>
            make(
              "li",
              {},
              leading(app, actor),
              capacities.some((one) => one !== labels.of("capacity-attendee")) &&
                make("span", { class: "quiet" }, ` ${capacities.join(", ")}`),
            ),
          ),
        )
      : null,
    words &&
      quote(
        app,
        words,
        parts.find((fact) => fact.words.includes(words)),
        [...cast.keys()],
      ),
  );
}

/**
 * The words that name most of those who took part, of these the shortest.
 * @param {import("./model.js").Words[]} words
 * @param {Thing[]} cast
 */
function telling(words, cast) {
  const named = (/** @type {import("./model.js").Words} */ { document, start, end }) =>
    cast.filter((thing) => thing.words.some((one) => one.document === document && one.start >= start && one.end <= end))
      .length;
  const heading = (/** @type {import("./model.js").Words} */ { document, text }) =>
    Number(document.headline.includes(text));
  return words
    .map((one) => ({ one, rank: named(one) - heading(one) / 2 }))
    .sort(
      (a, b) => b.rank - a.rank || a.one.end - a.one.start - (b.one.end - b.one.start) || a.one.index - b.one.index,
    )[0]?.one;
}
