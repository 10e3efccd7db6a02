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
 * @returns {HTMLElement}
 */
export function quote(app, words, fact = null) {
  const { document, start, end, text, lang } = words;
  const whole = document.text;
  const from = whole ? opening(whole, start) : start;
  const to = whole ? closing(whole, end) : end;
  const known = [document.published && app.labels.date(document.published), document.source || document.id];
  return make("figure", { class: "quote" },
    make("blockquote", spoken(lang),
      whole ? (from > 0 ? "… " : "") + slice(whole, from, start) : "",
      make("mark", {}, text),
      whole ? slice(whole, end, to) + (to < [...whole].length ? " …" : "") : ""),
    make("figcaption", {},
      make("cite", spoken(document.lang), document.headline || document.id),
      ` · ${known.filter(Boolean).join(" · ")} · ${app.labels.say("characters", { start, end })} `,
      whole && make("button", { type: "button", class: "link", click: () => app.set({ document: document.path, mark: String(words.index) }) },
        app.labels.say("read-document")),
      " ",
      make("button", { type: "button", class: "link", click: () => app.cite(words, fact) }, app.labels.say("cite"))));
}

/**
 * Where the text around words begins: at a line or sentence, else at a space.
 * @param {string} text
 * @param {number} start
 */
function opening(text, start) {
  const before = slice(text, Math.max(0, start - AROUND), start);
  const line = before.lastIndexOf("\n");
  const sentence = Math.max(...[...before.matchAll(/[.!?…]["»”]?\s/g)].map((found) => found.index + found[0].length), -1);
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
  const last = stop ? stop.index + (stop[0] === "\n" ? 0 : stop[0].length) : after.length < AROUND ? after.length : after.lastIndexOf(" ");
  return end + [...after.slice(0, Math.max(0, last))].length;
}
