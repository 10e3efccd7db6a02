/** Where things stand that have no place from beforehand: the same on every machine, without overlaps. */

import { distances, neighbours } from "./graph.js";

/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./model.js").Edge} Edge */
/** @typedef {{x: number, y: number}} Point */

const [ROOM_X, ROOM_Y] = [166, 112]; // as in kg/view/layout.py
const STEP = 150;
const ROUNDS = 60;

/** Cells of the drawing, each with room for one thing and its label. */
export class Cells {
  constructor() {
    /** @type {Set<string>} */
    this.taken = new Set();
  }

  /** @param {Point} point */
  take({ x, y }) {
    this.taken.add(`${Math.round(x / ROOM_X)} ${Math.round(y / ROOM_Y)}`);
  }

  /**
   * The free cell nearest to a point, which it takes.
   * @param {Point} point
   * @returns {Point}
   */
  free({ x, y }) {
    const [column, row] = [Math.round(x / ROOM_X), Math.round(y / ROOM_Y)];
    for (let ring = 0; ; ring += 1) {
      /** @type {{i: number, j: number, far: number}[]} */
      const cells = [];
      for (let i = -ring; i <= ring; i += 1) {
        for (let j = -ring; j <= ring; j += Math.abs(i) === ring ? 1 : 2 * ring || 1) {
          cells.push({ i, j, far: Math.abs(i) * 1.3 + Math.abs(j) });
        }
      }
      for (const { i, j } of cells.sort((a, b) => a.far - b.far)) {
        const key = `${column + i} ${row + j}`;
        if (this.taken.has(key)) continue;
        this.taken.add(key);
        return { x: (column + i) * ROOM_X, y: (row + j) * ROOM_Y };
      }
    }
  }
}

/**
 * Points for things: their own where they have one, else beside those they are linked with.
 * @param {Thing[]} things
 * @param {Edge[]} edges
 * @param {Map<Thing, Point>} known points that stay
 * @returns {Map<Thing, Point>}
 */
export function placed(things, edges, known) {
  const near = neighbours(edges);
  /** @type {Map<Thing, Point>} */
  const points = new Map();
  const cells = new Cells();
  for (const thing of things) {
    const point = known.get(thing) ?? (thing.placed ? { x: thing.x, y: thing.y } : null);
    if (!point) continue;
    points.set(thing, point);
    cells.take(point);
  }
  for (const thing of things) {
    if (points.has(thing)) continue;
    const around = (near.get(thing) ?? []).flatMap((other) => points.get(other) ?? []);
    const sum = around.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
    points.set(thing, cells.free({ x: sum.x / (around.length || 1), y: sum.y / (around.length || 1) }));
  }
  return points;
}

/**
 * A chain from left to right: what is as far from its start stands in one column.
 * @param {Thing[]} things
 * @param {Edge[]} edges
 * @param {Thing} from
 * @returns {Map<Thing, Point>}
 */
export function columns(things, edges, from) {
  const steps = distances(neighbours(edges), [from]);
  /** @type {Map<number, Thing[]>} */
  const found = new Map();
  for (const thing of [...things].sort((a, b) => a.index - b.index)) {
    const step = steps.get(thing) ?? 1;
    found.set(step, [...(found.get(step) ?? []), thing]);
  }
  /** @type {Map<Thing, Point>} */
  const points = new Map();
  for (const [step, column] of found) {
    column.forEach((thing, i) =>
      points.set(thing, { x: step * 1.4 * ROOM_X, y: (i - (column.length - 1) / 2) * 1.3 * ROOM_Y }),
    );
  }
  return points;
}

/**
 * A neighbourhood, so that drawn distance follows distance in links: stress majorisation (Gansner, Koren and North
 * 2004, doi:10.1007/978-3-540-31843-9_25), then each to the free cell nearest to it.
 * @param {Thing[]} things
 * @param {Edge[]} edges
 * @returns {Map<Thing, Point>}
 */
export function arranged(things, edges) {
  const near = neighbours(edges);
  const order = [...things].sort((a, b) => b.weight - a.weight || a.index - b.index);
  const lengths = order.map((thing) => {
    const steps = distances(near, [thing]);
    return order.map((other) => STEP * (steps.get(other) ?? 6) * (0.8 + Math.sqrt((near.get(thing) ?? []).length) / 5));
  });
  const points = order.map((_, i) => ({
    x: STEP * Math.sqrt(i) * Math.cos(2.4 * i),
    y: STEP * Math.sqrt(i) * Math.sin(2.4 * i),
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    points.forEach((point, i) => {
      let [x, y, weights] = [0, 0, 0];
      points.forEach((other, j) => {
        if (i === j) return;
        const [dx, dy, length] = [point.x - other.x, point.y - other.y, (lengths[i][j] + lengths[j][i]) / 2];
        const apart = Math.sqrt(dx * dx + dy * dy) || 1e-9;
        const weight = 1 / (length * length);
        x += weight * (other.x + (length * dx) / apart);
        y += weight * (other.y + (length * dy) / apart);
        weights += weight;
      });
      if (weights) Object.assign(point, { x: x / weights, y: y / weights });
    });
  }
  const cells = new Cells();
  return new Map(order.map((thing, i) => [thing, cells.free(points[i])]));
}
