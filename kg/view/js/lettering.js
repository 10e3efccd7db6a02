/** Labels in the drawing: of one size at any zoom, the most important first, none over another. */

import { sizeOf } from "./shapes.js";

/** @typedef {import("./draw.js").Drawing} Drawing */
/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

const SIZE = 13; // pixels of the window
const LETTERS = 22; // in a line
const LINES = 3;
const GAP = 3;

/** @type {Map<string, string[]>} */
const CUT = new Map();

/**
 * A label in a few short lines; what doesn't fit is replaced by an ellipsis.
 * @param {string} text
 */
export function lines(text) {
  const known = CUT.get(text);
  if (known) return known;
  /** @type {string[]} */
  const found = [];
  let rest = text.replace(/\s+/g, " ").trim();
  while (rest && found.length < LINES) {
    const last = found.length === LINES - 1;
    let cut = rest.length <= LETTERS ? rest.length : rest.lastIndexOf(" ", LETTERS);
    if (cut <= 0) cut = Math.min(rest.length, LETTERS);
    found.push(rest.slice(0, cut) + (last && cut < rest.length ? "…" : ""));
    rest = rest.slice(cut).trim();
  }
  CUT.set(text, found);
  return found;
}

/**
 * Which things of a drawing get a label, and the boxes of these in pixels of the window.
 * @param {Drawing} drawing
 * @param {(text: string) => number} width of a line in pixels
 * @returns {{thing: Thing, text: string[], x: number, y: number}[]}
 */
export function legible(drawing, width) {
  const { network, things, chosen, hovered } = drawing;
  const [scale, positions] = [network.getScale(), network.getPositions()];
  const first = (/** @type {Thing} */ thing) => Number(thing.path === hovered || thing.path === chosen);
  const order = [...things.values()].sort((a, b) => first(b) - first(a) || b.weight - a.weight || a.index - b.index);
  /** @type {Map<string, Box[]>} */
  const cells = new Map();
  const found = [];
  for (const thing of order) {
    const position = positions[thing.path];
    if (!position) continue; // not in the drawing yet
    const { x, y } = network.canvasToDOM(position);
    const text = lines(drawing.labels.short(thing));
    const half = Math.max(...text.map(width)) / 2;
    const top = y + sizeOf(thing) * scale + GAP;
    const box = { left: x - half - GAP, right: x + half + GAP, top, bottom: top + text.length * SIZE * 1.15 };
    if (!free(box, cells) && !first(thing)) continue;
    found.push({ thing, text, x, y: top });
  }
  return found;
}

/**
 * Whether a box covers none before it; if so it is kept.
 * @param {Box} box
 * @param {Map<string, Box[]>} cells
 */
function free(box, cells) {
  const side = 120;
  /** @type {string[]} */
  const keys = [];
  for (let i = Math.floor(box.left / side); i <= box.right / side; i += 1) {
    for (let j = Math.floor(box.top / side); j <= box.bottom / side; j += 1) keys.push(`${i} ${j}`);
  }
  const covers = (/** @type {Box} */ other) => (
    box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
  if (keys.some((key) => cells.get(key)?.some(covers))) return false;
  for (const key of keys) cells.set(key, [...(cells.get(key) ?? []), box]);
  return true;
}

/** @type {Map<string, number>} */
const WIDTHS = new Map();

/**
 * Write the labels over the drawing.
 * @param {Drawing} drawing
 * @param {CanvasRenderingContext2D} context
 */
export function lettering(drawing, context) {
  const { network, colours } = drawing;
  const scale = network.getScale();
  context.save();
  context.font = `${SIZE}px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif`;
  const width = (/** @type {string} */ line) => {
    let known = WIDTHS.get(line);
    if (known === undefined) WIDTHS.set(line, known = context.measureText(line).width);
    return known;
  };
  const labels = legible(drawing, width);
  const origin = network.DOMtoCanvas({ x: 0, y: 0 });
  context.translate(origin.x, origin.y);
  context.scale(1 / scale, 1 / scale);
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = colours.ground;
  context.fillStyle = colours.text;
  for (const { text, x, y } of labels) {
    text.forEach((line, i) => {
      context.strokeText(line, x, y + i * SIZE * 1.15);
      context.fillText(line, x, y + i * SIZE * 1.15);
    });
  }
  context.restore();
}
