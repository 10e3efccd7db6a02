/** The graph as objects, out of the rows that kg/view/data.py writes. */

/**
 * @typedef {{text: string, lang: string}} Name
 * @typedef {{
 *   index: number, path: string, id: string, headline: string, published: string, lang: string, source: string,
 *   text: string
 * }} Source a document
 * @typedef {{index: number, document: Source, start: number, end: number, lang: string, text: string}} Words
 *   a span of a document, in code points
 * @typedef {{
 *   status: string, format: string, start: string, end: string, place: string, about: string[], series: string,
 *   ordinal: number, wording: Name[], words: Words[], rules: string[], confidence: number | null,
 *   doubts: string[]
 * }} Circumstances what is known of an event; codes are keys of labels, dates ISO 8601 as precise as the text
 * @typedef {{
 *   index: number, path: string, type: string, kind: string, country: string, countries: Set<string>, names: Name[],
 *   words: Words[], x: number, y: number, placed: boolean, event: Circumstances | null, facts: Fact[], weight: number
 * }} Thing an actor or an event; `weight` is the number of things it is linked with
 * @typedef {{
 *   index: number, what: string, path: string, one: Thing | null, other: Thing | null, third: Thing | null,
 *   code: string, texts: Name[], dates: string[], place: string, value: string, words: Words[], rules: string[],
 *   confidence: number | null, doubts: string[], drawn: boolean
 * }} Fact
 * @typedef {{key: string, one: Thing, other: Thing, facts: Fact[]}} Edge all that links two things
 * @typedef {{latin: Record<string, string>, reductions: [string, string][]}} Letters
 * @typedef {{
 *   base: string, focus: string, lang: string, letters: Letters, documents: Source[], words: Words[],
 *   things: Thing[], byPath: Map<string, Thing>, facts: Fact[], edges: Map<string, Edge>,
 *   links: Map<Thing, Edge[]>, labels: Record<string, Name[]>
 * }} Model
 */

const DRAWN = new Set(["participation", "role", "elected", "part-of", "concerns"]);

/**
 * @param {any} data as kg/view/data.py writes it
 * @returns {Model}
 */
export function decoded(data) {
  /** @type {string[]} */
  const texts = data.texts;
  const text = (/** @type {number} */ number) => texts[number ?? 0];
  const all = (/** @type {number[]} */ numbers) => (numbers ?? []).map(text);
  const names = (/** @type {number[]} */ pairs) => {
    /** @type {Name[]} */
    const found = [];
    for (let i = 0; i < (pairs ?? []).length; i += 2) found.push({ text: text(pairs[i]), lang: text(pairs[i + 1]) });
    return found;
  };
  /**
   * Where each column stands in the rows of a table.
   * @param {string} table
   * @returns {Record<string, number>}
   */
  const columns = (table) =>
    Object.fromEntries(data.columns[table].map((/** @type {string} */ name, /** @type {number} */ i) => [name, i]));
  /** @typedef {any[]} Row */
  const [d, w, n, e, f] = ["documents", "words", "nodes", "events", "facts"].map(columns);

  /** @type {Source[]} */
  const documents = data.documents.map((/** @type {Row} */ row, /** @type {number} */ index) => ({
    index,
    path: text(row[d.path]),
    id: text(row[d.id]),
    headline: text(row[d.headline]),
    published: text(row[d.published]),
    lang: text(row[d.lang]),
    source: text(row[d.source]),
    text: text(row[d.text]),
  }));
  /** @type {Words[]} */
  const words = data.words.map((/** @type {Row} */ row, /** @type {number} */ index) => {
    const [start, end, document] = [row[w.start] ?? 0, row[w.end] ?? 0, documents[row[w.document] ?? 0]];
    const apart = text(row[w.text]);
    return { index, document, start, end, lang: text(row[w.lang]), text: apart || slice(document.text, start, end) };
  });
  const said = (/** @type {number[]} */ numbers) => (numbers ?? []).map((number) => words[number]);

  /** @type {Thing[]} */
  const things = data.nodes.map((/** @type {Row} */ row, /** @type {number} */ index) => ({
    index,
    path: text(row[n.path]),
    type: text(row[n.type]),
    kind: text(row[n.kind]),
    country: text(row[n.country]),
    countries: new Set(row[n.country] ? [text(row[n.country])] : []),
    names: names(row[n.names]),
    words: said(row[n.words]),
    x: (row[n.x] ?? 0) - 1,
    y: (row[n.y] ?? 0) - 1,
    placed: Boolean(row[n.x]),
    event: null,
    facts: [],
    weight: 0,
  }));
  for (const row of data.events) {
    things[row[e.node] ?? 0].event = {
      status: text(row[e.status]),
      format: text(row[e.format]),
      start: text(row[e.start]),
      end: text(row[e.end]),
      place: text(row[e.place]),
      about: all(row[e.about]),
      series: text(row[e.series]),
      ordinal: row[e.ordinal] ?? 0,
      wording: names(row[e.wording]),
      words: said(row[e.words]),
      rules: all(row[e.rules]),
      confidence: row[e.confidence] ?? null,
      doubts: all(row[e.doubts]),
    };
  }
  /** @type {Fact[]} */
  const facts = data.facts.map((/** @type {Row} */ row, /** @type {number} */ index) => ({
    index,
    what: text(row[f.what]),
    path: text(row[f.path]),
    one: things[row[f.one] ?? 0] ?? null,
    other: things[row[f.other] ?? 0] ?? null,
    third: things[(row[f.third] ?? 0) - 1] ?? null,
    code: text(row[f.code]),
    texts: names(row[f.texts]),
    dates: all(row[f.dates]),
    place: text(row[f.place]),
    value: text(row[f.value]),
    words: said(row[f.words]),
    rules: all(row[f.rules]),
    confidence: row[f.confidence] ?? null,
    doubts: all(row[f.doubts]),
    drawn: false,
  }));
  /** @type {Record<string, Name[]>} */
  const labels = {};
  for (const [key, pairs] of Object.entries(data.labels)) labels[key] = names(/** @type {number[]} */ (pairs));

  const edges = linked(facts);
  /** @type {Map<Thing, Edge[]>} */
  const links = new Map(things.map((thing) => [thing, []]));
  for (const edge of edges.values()) {
    links.get(edge.one)?.push(edge);
    links.get(edge.other)?.push(edge);
  }
  for (const [thing, found] of links) thing.weight = found.length;
  nationalities(facts);
  return {
    base: data.base,
    focus: data.focus,
    lang: data.lang,
    letters: data.letters,
    documents,
    words,
    things,
    byPath: new Map(things.map((thing) => [thing.path, thing])),
    facts,
    edges,
    links,
    labels,
  };
}

/**
 * Tells each thing its facts, and gathers those that link the same two.
 * @param {Fact[]} facts
 */
function linked(facts) {
  /** @type {Map<string, Edge>} */
  const edges = new Map();
  for (const fact of facts) {
    const { one, other } = fact;
    one?.facts.push(fact);
    if (other !== one) other?.facts.push(fact);
    if (fact.third && fact.third !== one && fact.third !== other) fact.third.facts.push(fact);
    fact.drawn =
      DRAWN.has(fact.what) &&
      one !== null &&
      other !== null &&
      one !== other &&
      (fact.what !== "part-of" || one.event !== null);
    if (!fact.drawn || !one || !other) continue;
    const key = `${one.path} ${other.path}`;
    const edge = edges.get(key) ?? { key, one, other, facts: [] };
    edge.facts.push(fact);
    edges.set(key, edge);
  }
  return edges;
}

/**
 * A person belongs to the countries that the posts name, and to those of the institutions.
 * @param {Fact[]} facts
 */
function nationalities(facts) {
  for (const { what, one, other, place } of facts) {
    if (what !== "role" || !one) continue;
    if (place) one.countries.add(place);
    if (other?.country) one.countries.add(other.country);
  }
}

/**
 * A part of a text whose ends are counted in code points, as Python counts them.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function slice(text, start, end) {
  return text.slice(unit(text, start), unit(text, end));
}

/** @type {Map<string, number[] | null>} */
const PAIRS = new Map();

/**
 * Where a code point stands in JavaScript's own count, in which some characters count twice.
 * @param {string} text
 * @param {number} point
 */
export function unit(text, point) {
  let pairs = PAIRS.get(text);
  if (pairs === undefined) {
    pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map((found, i) => (found.index ?? 0) - i);
    if (!pairs.length) pairs = null;
    PAIRS.set(text, pairs);
  }
  return pairs ? point + pairs.filter((before) => before < point).length : point;
}

/**
 * What puts dates in order: what is less precise comes later, a date of an unknown year and none at all last.
 * @param {string} date ISO 8601, or empty
 */
export function timeKey(date) {
  return (/^\d/.test(date) ? date : `9${date}`).padEnd(10, "~");
}
