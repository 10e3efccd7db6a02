/** What is left of the graph under the reader's filters. */

import { between, distances, neighbours } from "./graph.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./model.js").Fact} Fact */
/** @typedef {import("./model.js").Edge} Edge */
/** @typedef {import("./state.js").State} State */
/**
 * @typedef {{things: Set<Thing>, edges: Edge[], facts: Set<Fact>, silent: Edge[], events: Set<Thing>}} View
 *   `silent` lead to events that only the filter of types leaves out: through them actors have still met; `events` are
 *   these and those among the things
 */

/**
 * @param {Model} model
 * @param {State} state
 * @returns {View}
 */
export function filtered(model, state) {
  const facts = new Set(model.facts.filter((fact) => factPasses(fact, state)));
  const wanted = new Set(model.things.filter((thing) => thingPasses(thing, state)));
  const whole = facts.size === model.facts.length;
  /** @type {Set<Thing>} */
  let things = new Set();
  for (const thing of wanted) {
    if (whole || thing.facts.some((fact) => facts.has(fact)) || (thing.event && eventPasses(thing, state)))
      things.add(thing);
  }
  if (state.country.length) things = new Set([...things].filter((thing) => ofCountry(thing, state, facts)));
  const kept = [...model.edges.values()].filter(
    ({ one, other, facts: all }) => things.has(one) && things.has(other) && all.some((fact) => facts.has(fact)),
  );
  const hidden = (/** @type {Thing} */ thing) =>
    thing.event !== null && !wanted.has(thing) && thingPasses(thing, { ...state, type: [] });
  const silent = state.type.length
    ? [...model.edges.values()].filter(
        ({ one, other, facts: all }) => things.has(one) && hidden(other) && all.some((fact) => facts.has(fact)),
      )
    : [];
  const scope = scoped(model, state, kept);
  const events = (/** @type {Iterable<Thing>} */ all) => new Set([...all].filter(({ event }) => event));
  if (!scope)
    return { things, edges: kept, facts, silent, events: events([...things, ...silent.map(({ other }) => other)]) };
  const within = (/** @type {Edge} */ { one, other }) => scope.has(one) && scope.has(other);
  return { things: scope, edges: kept.filter(within), facts, silent: [], events: events(scope) };
}

/**
 * The neighbourhood, or what connects two things, where one is asked for.
 * @param {Model} model
 * @param {State} state
 * @param {Edge[]} edges
 * @returns {Set<Thing> | null}
 */
function scoped(model, state, edges) {
  const [from, to] = [model.byPath.get(state.from), model.byPath.get(state.to)];
  if (from && to) {
    const chain = between(neighbours(edges), from, to);
    return chain.size ? chain : new Set([from, to]);
  }
  const around = model.byPath.get(state.around);
  return around ? new Set(distances(neighbours(edges), [around], state.steps).keys()) : null;
}

/**
 * Whether a list of wanted values has one of these; an empty list takes anything.
 * @param {string[]} wanted
 * @param {Iterable<string>} values
 */
function takes(wanted, values) {
  if (!wanted.length) return true;
  for (const value of values) if (wanted.includes(value)) return true;
  return false;
}

/**
 * @param {Thing} thing
 * @param {State} state
 */
function thingPasses(thing, state) {
  if (!takes(state.type, [thing.type]) || !takes(state.kind, [thing.kind])) return false;
  return !thing.event || eventPasses(thing, state);
}

/**
 * @param {Thing} thing an event
 * @param {State} state
 */
function eventPasses({ event }, state) {
  if (!event) return false;
  return (
    takes(state.status, [event.status]) &&
    takes(state.topic, event.about) &&
    inTime([event.start, event.end].filter(Boolean), state) &&
    said(event.words, state) &&
    (event.confidence ?? 1) >= state.sure
  );
}

/**
 * @param {Fact} fact
 * @param {State} state
 */
function factPasses(fact, state) {
  const events = [fact.one, fact.other].filter((thing) => thing?.event);
  if (!events.every((thing) => thing && eventPasses(thing, state))) return false;
  if (!events.length) {
    if (state.status.length || state.topic.length) return false;
    if (!inTime(fact.dates, state)) return false;
  }
  if (state.capacity.length && !state.capacity.includes(capacity(fact))) return false;
  return said(fact.words, state) && (fact.confidence ?? 1) >= state.sure;
}

/**
 * In what capacity a fact links two things: the code of a participation, else what the fact is.
 * @param {Fact} fact
 */
export function capacity(fact) {
  return fact.what === "participation" ? fact.code : fact.what;
}

/**
 * @param {import("./model.js").Words[]} words
 * @param {State} state
 */
function said(words, state) {
  if (!state.source.length && !state.language.length) return true;
  return words.some(({ document, lang }) => takes(state.source, [document.path]) && takes(state.language, [lang]));
}

/**
 * Whether the time from the first to the last date meets the wanted one; months and years are taken whole.
 * @param {string[]} dates ISO 8601
 * @param {State} state
 */
function inTime(dates, state) {
  if (!state.since && !state.until) return true;
  if (!dates.length) return false;
  const first = dates.reduce((a, b) => (a < b ? a : b)).padEnd(7, "-01");
  const last = dates.reduce((a, b) => (a > b ? a : b)).padEnd(7, "-12");
  return (!state.since || last.slice(0, 7) >= state.since) && (!state.until || first.slice(0, 7) <= state.until);
}

/**
 * @param {Thing} thing
 * @param {State} state
 * @param {Set<Fact>} facts
 */
function ofCountry(thing, state, facts) {
  if (!thing.event) return takes(state.country, thing.countries);
  return thing.facts.some(
    (fact) => facts.has(fact) && fact.one && !fact.one.event && takes(state.country, fact.one.countries),
  );
}
