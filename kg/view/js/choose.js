/** What is drawn of a large view: the best linked things, and the others as groups beside those nearest to them. */

import { neighbours } from "./graph.js";

/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./filter.js").View} View */
/** @typedef {import("./model.js").Edge} Edge */
/** @typedef {{hub: Thing | null, members: Thing[]}} Group what is nearest to a drawn thing; `hub` null: to none */
/** @typedef {{key: string, one: Thing, other: Thing, count: number}} Shared two actors who met at so many events that aren't drawn */
/** @typedef {{things: Thing[], edges: Edge[], groups: Group[], shared: Shared[]}} Drawn */

const [WHOLE, FIRST, BESIDE] = [250, 120, 4]; // as in kg/view/page.py
const OPENED = 60; // shown at a time when a group is opened
const [CAST, MET] = [30, 250]; // of an event that isn't drawn so many actors are linked; so many pairs who met most

/** @param {Thing} a @param {Thing} b */
const byWeight = (a, b) => b.weight - a.weight || a.index - b.index;

/**
 * @param {View} view
 * @param {Thing[]} wanted drawn in any case
 * @param {string[]} open the groups opened, by the path of their hub
 * @returns {Drawn}
 */
export function drawable(view, wanted, open) {
  const linked = [...view.things].filter(({ weight }) => weight).sort(byWeight);
  const near = neighbours(view.edges);
  const shown = linked.length > WHOLE ? foremost(linked, near) : new Set(linked);
  for (const thing of wanted) if (view.things.has(thing)) shown.add(thing);
  let groups = grouped(linked, shown, near);
  for (const path of open) {
    const group = groups.find(({ hub }) => (hub?.path ?? "") === path);
    if (!group) continue;
    group.members.slice(0, OPENED).forEach((thing) => shown.add(thing));
    groups = grouped(linked, shown, near);
  }
  return {
    things: [...shown],
    groups,
    shared: shared(neighbours([...view.edges, ...view.silent]), shown),
    edges: view.edges.filter(({ one, other }) => shown.has(one) && shown.has(other)),
  };
}

/**
 * The best linked things, each with the best linked of its neighbours.
 * @param {Thing[]} linked by weight
 * @param {Map<Thing, Thing[]>} near
 * @returns {Set<Thing>}
 */
function foremost(linked, near) {
  /** @type {Set<Thing>} */
  const found = new Set();
  for (const thing of linked) {
    for (const one of [thing, ...[...(near.get(thing) ?? [])].sort(byWeight).slice(0, BESIDE)]) {
      if (found.size < FIRST) found.add(one);
    }
    if (found.size >= FIRST) break;
  }
  return found;
}

/**
 * Each thing that isn't shown goes to the shown one nearest to it, the best linked first.
 * @param {Thing[]} linked by weight
 * @param {Set<Thing>} shown
 * @param {Map<Thing, Thing[]>} near
 * @returns {Group[]}
 */
function grouped(linked, shown, near) {
  if (linked.length <= shown.size) return [];
  /** @type {Map<Thing, Thing | null>} */
  const hubs = new Map([...shown].map((thing) => [thing, thing]));
  const queue = linked.filter((thing) => shown.has(thing));
  for (let i = 0; i < queue.length; i += 1) {
    for (const other of near.get(queue[i]) ?? []) {
      if (hubs.has(other)) continue;
      hubs.set(other, hubs.get(queue[i]) ?? null);
      queue.push(other);
    }
  }
  /** @type {Map<Thing | null, Thing[]>} */
  const groups = new Map();
  for (const thing of linked) {
    if (shown.has(thing)) continue;
    const hub = hubs.get(thing) ?? null;
    const members = groups.get(hub);
    if (members) members.push(thing);
    else groups.set(hub, [thing]);
  }
  return [...groups].map(([hub, members]) => ({ hub, members }));
}

/**
 * Who met at events that aren't drawn, those who met most often first.
 * @param {Map<Thing, Thing[]>} near
 * @param {Set<Thing>} shown
 * @returns {Shared[]}
 */
function shared(near, shown) {
  /** @type {Map<string, Shared>} */
  const found = new Map();
  for (const [event, others] of near) {
    if (!event.event || shown.has(event)) continue;
    const cast = others
      .filter((other) => shown.has(other) && !other.event)
      .sort(byWeight)
      .slice(0, CAST)
      .sort((a, b) => a.index - b.index);
    cast.forEach((one, i) =>
      cast.slice(i + 1).forEach((other) => {
        const key = `shared:${one.path} ${other.path}`;
        const pair = found.get(key) ?? { key, one, other, count: 0 };
        pair.count += 1;
        found.set(key, pair);
      }),
    );
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count || a.one.index - b.one.index || a.other.index - b.other.index)
    .slice(0, MET);
}
