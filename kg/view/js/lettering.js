/** Labels in the drawing: of one size at any zoom, the most important first, none over another. */

import { sizeOf } from "./shapes.js";

/** @typedef {import("./draw.js").Drawing} Drawing */
/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

export const LABEL = 13; // height of a letter, in pixels of the window
const LETTERS = 22; // in a line
const LINES = 3;
const GAP = 3;
const [FOREMOST, CROWD] = [12, 60]; // things whose label may cover another's shape, where there are so many
const SIDE = 120; // of a cell of the window in which boxes are looked for

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
  // Persons are what one looks for; an event is told apart by its shape.
  const weight = (/** @type {Thing} */ { type, weight: links }) => links * (type === "person" ? 4 : 1);
  const order = [...things.values()].sort((a, b) => first(b) - first(a) || weight(b) - weight(a) || a.index - b.index);
  /** @type {Map<number, Box[]>} */
  const shapes = new Map();
  /** @type {Map<number, Box[]>} */
  const written = new Map();
  const spots = order.flatMap((thing) => {
    const position = positions[thing.path];
    return position ? [{ thing, size: sizeOf(thing) * drawing.grown() * scale, ...network.canvasToDOM(position) }] : [];
  });
  for (const { x, y, size } of spots)
    keep({ left: x - size * 0.8, right: x + size * 0.8, top: y - size * 0.8, bottom: y + size * 0.8 }, shapes);
  const found = [];
  for (const [rank, { thing, x, y, size }] of spots.entries()) {
    if (x < -99 || y < -99 || x > drawing.width + 99 || y > drawing.height + 99) continue;
    const text = lines(drawing.labels.short(thing));
    const [half, high] = [Math.max(...text.map(width)) / 2 + GAP, text.length * LABEL * 1.15];
    const places = [
      [x, y + size + GAP],
      [x, y - size - GAP - high],
      [x + size + GAP + half, y - high / 2],
      [x - size - GAP - half, y - high / 2],
    ];
    const boxes = places.map(([centre, top]) => ({
      left: centre - half,
      right: centre + half,
      top,
      bottom: top + high,
    }));
    const clear = boxes.filter((box) => free(box, written)).sort((a, b) => outside(a, drawing) - outside(b, drawing));
    const box =
      clear.find((one) => free(one, shapes)) ??
      (rank < FOREMOST && spots.length > CROWD ? clear[0] : null) ??
      (first(thing) ? boxes[0] : null);
    if (!box) continue;
    keep(box, written);
    found.push({ thing, text, x: (box.left + box.right) / 2, y: box.top });
  }
  return found;
}

/**
 * How much of a box lies outside the window, to the left or right, in pixels.
 * @param {Box} box
 * @param {{width: number}} window
 */
function outside(box, { width }) {
  return Math.max(0, -box.left) + Math.max(0, box.right - width);
}

/**
 * The cells of the window that a box lies in.
 * @param {Box} box
 */
function* within(box) {
  for (let i = Math.floor(box.left / SIDE); i <= box.right / SIDE; i += 1) {
    for (let j = Math.floor(box.top / SIDE); j <= box.bottom / SIDE; j += 1) yield i * 4096 + j;
  }
}

/**
 * Whether a box covers none of those kept.
 * @param {Box} box
 * @param {Map<number, Box[]>} cells
 */
function free(box, cells) {
  for (const cell of within(box)) {
    for (const other of cells.get(cell) ?? []) {
      if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)
        return false;
    }
  }
  return true;
}

/**
 * @param {Box} box
 * @param {Map<number, Box[]>} cells
 */
function keep(box, cells) {
  for (const cell of within(box)) {
    const boxes = cells.get(cell);
    if (boxes) boxes.push(box);
    else cells.set(cell, [box]);
  }
}

/** @type {Map<string, number>} */
const WIDTHS = new Map();
const FONT = `${LABEL}px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif`;

/**
 * The labels of a drawing as it stands.
 * @param {Drawing} drawing
 */
export function labelled(drawing) {
  const context = drawing.measure;
  context.font = FONT;
  return legible(drawing, (line) => {
    let known = WIDTHS.get(line);
    if (known === undefined) WIDTHS.set(line, (known = context.measureText(line).width));
    return known;
  });
}

/**
 * Write the labels over the drawing.
 * @param {Drawing} drawing
 * @param {CanvasRenderingContext2D} context
 */
export function lettering(drawing, context) {
  const { network, colours } = drawing;
  const scale = network.getScale();
  const origin = network.DOMtoCanvas({ x: 0, y: 0 });
  context.save();
  context.translate(origin.x, origin.y);
  context.scale(1 / scale, 1 / scale);
  Object.assign(context, {
    font: FONT,
    textAlign: "center",
    textBaseline: "top",
    lineJoin: "round",
    lineWidth: 4,
    strokeStyle: colours.ground,
    fillStyle: colours.text,
  });
  for (const { text, x, y } of labelled(drawing)) {
    text.forEach((line, i) => {
      context.strokeText(line, x, y + i * LABEL * 1.15);
      context.fillText(line, x, y + i * LABEL * 1.15);
    });
  }
  context.restore();
}
