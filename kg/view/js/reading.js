/** A document as a whole, with everything that was read from it marked. */

import { make, spoken } from "./dom.js";
import { unit } from "./model.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Source} Source */
/** @typedef {import("./model.js").Words} Words */
/** @typedef {{words: Words, about: Set<import("./model.js").Thing>}} Mark */

/**
 * @param {App} app
 * @param {Source} source
 * @param {number} at the number of the words to be shown first, or -1
 * @returns {{nodes: Node[], first: HTMLElement | null}}
 */
export function readable(app, source, at) {
  const { labels } = app;
  const body = make("div", { class: "text", ...spoken(source.lang) });
  const marks = marksOf(app, source);
  // Ends of marks cut the text; each piece knows the marks that cover it, the shortest of which is the one clicked.
  const cuts = [
    ...new Set([
      0,
      source.text.length,
      ...marks.flatMap(({ words }) => [unit(source.text, words.start), unit(source.text, words.end)]),
    ]),
  ].sort((a, b) => a - b);
  /** @type {HTMLElement | null} */
  let first = null;
  cuts.slice(0, -1).forEach((from, i) => {
    const to = cuts[i + 1];
    const over = marks.filter(
      ({ words }) => unit(source.text, words.start) <= from && unit(source.text, words.end) >= to,
    );
    const piece = source.text.slice(from, to);
    if (!over.length) return body.append(piece);
    const shortest = over.reduce((a, b) => (b.words.end - b.words.start < a.words.end - a.words.start ? b : a));
    const here = over.some(({ words }) => words.index === at);
    const things = [...shortest.about];
    const named = things.length > 0 && shortest.words.end - shortest.words.start < 80;
    const mark = make(
      "mark",
      {
        class: [here ? "here" : "", named ? `name ${things[0].type}` : "said"].join(" ").trim(),
        title: things.map((thing) => labels.name(thing)).join("; "),
      },
      piece,
    );
    if (here && !first) first = mark;
    mark.addEventListener("click", () => things[0] && app.choose(things[0]));
    return body.append(mark);
  });
  const known = [source.published && labels.date(source.published), source.source || source.id]
    .filter(Boolean)
    .join(" · ");
  const read = [...new Set(marks.flatMap(({ about }) => [...about]))].sort(
    (a, b) => b.weight - a.weight || a.index - b.index,
  );
  return {
    first,
    nodes: [
      make("h2", { id: "reading-title", ...spoken(source.lang) }, source.headline || source.id),
      make("p", { class: "quiet" }, known),
      body,
      make("h3", {}, labels.say("read-from-it")),
      make(
        "ul",
        { class: "cast" },
        ...read.map((thing) =>
          make(
            "li",
            {},
            make("button", { type: "button", class: "thing", click: () => app.choose(thing) }, labels.name(thing)),
          ),
        ),
      ),
    ],
  };
}

/**
 * Everything read from a document, and what each part tells of.
 * @param {App} app
 * @param {Source} source
 * @returns {Mark[]}
 */
function marksOf({ model }, source) {
  /** @type {Map<Words, Mark>} */
  const found = new Map();
  const add = (/** @type {Words[]} */ words, /** @type {(import("./model.js").Thing | null)[]} */ things) => {
    for (const one of words) {
      if (one.document !== source) continue;
      const mark = found.get(one) ?? { words: one, about: new Set() };
      for (const thing of things) if (thing) mark.about.add(thing);
      found.set(one, mark);
    }
  };
  for (const thing of model.things) {
    add(thing.words, [thing]);
    if (thing.event) add(thing.event.words, [thing]);
  }
  for (const fact of model.facts) add(fact.words, [fact.other, fact.one]);
  return [...found.values()];
}
