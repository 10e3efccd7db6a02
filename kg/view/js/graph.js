/** Walks over links: neighbourhoods, and the shortest chains between two things. */

/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./model.js").Edge} Edge */

/**
 * The things that each is linked with.
 * @param {Iterable<Edge>} edges
 * @returns {Map<Thing, Thing[]>}
 */
export function neighbours(edges) {
  /** @type {Map<Thing, Thing[]>} */
  const found = new Map();
  const add = (/** @type {Thing} */ a, /** @type {Thing} */ b) => {
    const known = found.get(a);
    if (known) known.push(b);
    else found.set(a, [b]);
  };
  for (const { one, other } of edges) {
    add(one, other);
    add(other, one);
  }
  return found;
}

/**
 * How many links each thing is away from the nearest of some.
 * @param {Map<Thing, Thing[]>} near
 * @param {Thing[]} starts
 * @param {number} [most]
 */
export function distances(near, starts, most = Infinity) {
  const found = new Map(starts.map((thing) => [thing, 0]));
  let edge = starts;
  for (let step = 1; edge.length && step <= most; step += 1) {
    /** @type {Thing[]} */
    const next = [];
    for (const thing of edge) {
      for (const other of near.get(thing) ?? []) {
        if (found.has(other)) continue;
        found.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}

/**
 * Everything that lies on a shortest chain from one thing to another; nothing where no chain leads there.
 * @param {Map<Thing, Thing[]>} near
 * @param {Thing} from
 * @param {Thing} to
 * @returns {Set<Thing>}
 */
export function between(near, from, to) {
  const there = distances(near, [from]);
  const back = distances(near, [to]);
  const length = there.get(to);
  if (length === undefined) return new Set();
  return new Set(
    [...there].filter(([thing, step]) => step + (back.get(thing) ?? Infinity) === length).map(([thing]) => thing),
  );
}
