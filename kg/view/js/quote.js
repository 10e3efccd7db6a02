/** The words behind a fact, in the text around them. */

import { make, spoken } from "./dom.js";
import { slice } from "./model.js";

/** @typedef {import("./model.js").Words} Words */
/** @typedef {import("./model.js").Source} Source */
/** @typedef {import("./app.js").App} App */

const AROUND = 160; // characters of the text on either side

/**
 * @param {App} app
 * @param {Words} words
 * @param {import("./model.js").Fact | null} [fact] that they are cited for
 * @param {import("./model.js").Thing[]} [things] whose names in the words stand out
 * @returns {HTMLElement}
 */
export function quote(app, words, fact = null, things = []) {
  const { document, start, end, text, lang } = words;
  const whole = document.text;
  const from = whole ? opening(whole, start) : start;
  const to = whole ? closing(whole, end) : end;
  const known = [
    document.published && app.labels.date(document.published),
    document.source || (document.headline && document.id),
  ];
  return make(
    "figure",
    { class: "quote" },
    make(
      "blockquote",
      spoken(lang),
      whole ? (from > 0 ? "… " : "") + slice(whole, from, start) : "",
      make("mark", {}, ...named(words, things)),
      whole ? slice(whole, end, to) + (to < [...whole].length ? " …" : "") : "",
    ),
    make(
      "figcaption",
      {},
      make("cite", spoken(document.lang), document.headline || document.id),
      ` · ${known
        .filter(Boolean)
        .map((one) => `${one} · `)
        .join("")}${app.labels.say("characters", { start, end })} `,
      whole &&
        make(
          "button",
          {
            type: "button",
            class: "link",
            click: () => app.set({ document: document.path, mark: String(words.index) }),
          },
          app.labels.say("read-document"),
        ),
      " ",
      make("button", { type: "button", class: "link", click: () => app.cite(words, fact) }, app.labels.say("cite")),
    ),
  );
}

/**
 * Words with the names of things in them.
 * @param {Words} words
 * @param {import("./model.js").Thing[]} things
 * @returns {(Node | string)[]}
 */
function named({ document, start, end, text }, things) {
  const spans = things
    .flatMap((thing) =>
      thing.words.filter(
        (one) => one.document === document && one.start >= start && one.end <= end && one.end - one.start < end - start,
      ),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {(Node | string)[]} */
  const found = [];
  let at = start;
  for (const span of spans) {
    if (span.start < at) continue;
    found.push(
      slice(text, at - start, span.start - start),
      make("b", {}, slice(text, span.start - start, span.end - start)),
    );
    at = span.end;
  }
  return [...found, slice(text, at - start, end - start)];
}

/**
 * Where the text around words begins: at a line or sentence, else at a space.
 * @param {string} text
 * @param {number} start
 */
function opening(text, start) {
  const before = slice(text, Math.max(0, start - AROUND), start);
  const line = before.lastIndexOf("\n");
  const sentence = Math.max(
    ...[...before.matchAll(/[.!?…]["»”]?\s/g)].map((found) => found.index + found[0].length),
    -1,
  );
  if (line >= 0 || sentence >= 0) return start - [...before.slice(Math.max(line + 1, sentence))].length;
  const space = start - AROUND > 0 ? before.indexOf(" ") + 1 : 0;
  return start - [...before.slice(space)].length;
}

/**
 * Where the text around words ends.
 * @param {string} text
 * @param {number} end
 */
function closing(text, end) {
  const after = slice(text, end, end + AROUND);
  const stop = /\n|[.!?…]["»”]?(?=\s|$)/.exec(after);
  const last = stop
    ? stop.index + (stop[0] === "\n" ? 0 : stop[0].length)
    : after.length < AROUND
      ? after.length
      : after.lastIndexOf(" ");
  return end + [...after.slice(0, Math.max(0, last))].length;
}
