/** Search as one types, over every name in every language and script. */

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./words.js").Labels} Labels */
/** @typedef {{thing: Thing, name: string, rank: number}} Found */

/**
 * A text in small letters without accents.
 * @param {string} text
 */
export function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const SLICE = 500; // names

export class Search {
  /**
   * @param {Model} model
   * @param {Labels} labels
   */
  constructor(model, labels) {
    this.labels = labels;
    this.letters = model.letters;
    this.reductions = model.letters.reductions.map(
      ([pattern, becomes]) => /** @type {const} */ ([new RegExp(pattern, "g"), becomes]),
    );
    /** @type {{thing: Thing, name: string, key: string, fold: string}[]} */
    this.index = model.things.flatMap((thing) =>
      [...new Set(thing.names.map(({ text }) => text))].map((name) => ({ thing, name, key: plain(name), fold: "" })),
    );
    setTimeout(() => this.prepare(0), 500);
  }

  /**
   * Fold the names, a few at a time, while nothing else is to be done.
   * @param {number} from
   */
  prepare(from) {
    const to = Math.min(from + SLICE, this.index.length);
    for (const entry of this.index.slice(from, to)) this.folded(entry);
    if (to < this.index.length) setTimeout(() => this.prepare(to), 20);
  }

  /** @param {{name: string, fold: string}} entry */
  folded(entry) {
    entry.fold ||= ` ${this.fold(entry.name)}`;
    return entry.fold;
  }

  /**
   * A name as it sounds, in Latin letters: a key that the spellings of all scripts share.
   * @param {string} text
   */
  fold(text) {
    let key = [...text.toLowerCase()].map((letter) => this.letters.latin[letter] ?? plain(letter)).join("");
    key = key
      .replace(/(?<=[\p{L}\p{N}])['’ʼ`´‘ʻ-](?=[\p{L}\p{N}])|[.·]/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    for (const [pattern, becomes] of this.reductions) key = key.replace(pattern, becomes);
    return key;
  }

  /**
   * The things of a name, best first: the whole name, its beginning, the beginning of a word, any part; then names
   * that only sound like it.
   * @param {string} typed
   * @param {number} most
   * @returns {Found[]}
   */
  find(typed, most) {
    const wanted = plain(typed.trim());
    if (!wanted) return [];
    const sound = wanted.length > 2 ? this.fold(typed.trim()) : "";
    /** @type {Map<Thing, Found>} */
    const found = new Map();
    for (const entry of this.index) {
      const at = entry.key.indexOf(wanted);
      let rank = at < 0 ? 9 : entry.key === wanted ? 0 : at === 0 ? 1 : /[\p{L}\p{N}]/u.test(entry.key[at - 1]) ? 3 : 2;
      if (rank === 9 && sound && this.folded(entry).includes(` ${sound}`)) rank = 4;
      if (entry.thing.event) rank += 0.5; // events are named by their actors
      if (rank < (found.get(entry.thing)?.rank ?? 9))
        found.set(entry.thing, { thing: entry.thing, name: entry.name, rank });
    }
    return [...found.values()]
      .sort((a, b) => a.rank - b.rank || b.thing.weight - a.thing.weight || a.thing.index - b.thing.index)
      .slice(0, most);
  }
}
