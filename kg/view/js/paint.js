/** Things and groups on the canvas. */

import { lookOf, paths } from "./shapes.js";

/** @typedef {import("./draw.js").Drawing} Drawing */
/** @typedef {import("./model.js").Thing} Thing */

/** Shapes by type, kind and size. @type {Map<string, {outline: Path2D, mark: Path2D}>} */
const FORMS = new Map();

/**
 * Paint a thing around 0,0.
 * @param {Drawing} drawing
 * @param {CanvasRenderingContext2D} context
 * @param {Thing} thing
 * @param {number} size
 */
export function painted(drawing, context, thing, size) {
  const looks = lookOf(thing);
  const key = `${thing.type} ${thing.kind} ${size.toFixed(1)}`;
  let form = FORMS.get(key);
  if (!form) {
    const drawn = paths(looks, size);
    form = { outline: new Path2D(drawn.outline), mark: new Path2D(drawn.mark) };
    FORMS.set(key, form);
  }
  const colour = drawing.colours[looks.colour];
  if (drawing.chosen === thing.path || drawing.hovered === thing.path) {
    context.lineWidth = 9;
    context.strokeStyle = drawing.colours.accent;
    context.stroke(form.outline);
    context.lineWidth = 4;
    context.strokeStyle = drawing.colours.ground;
    context.stroke(form.outline);
  }
  context.fillStyle = looks.hollow ? drawing.colours.ground : colour;
  context.fill(form.outline);
  context.lineWidth = 2.5;
  context.strokeStyle = colour;
  context.setLineDash(looks.planned ? [5, 3] : []);
  context.stroke(form.outline);
  context.setLineDash([]);
  context.strokeStyle = looks.hollow ? colour : drawing.colours.ground;
  context.stroke(form.mark);
}

/**
 * Paint a group of so many things.
 * @param {Drawing} drawing
 * @param {CanvasRenderingContext2D} context
 * @param {number} count
 */
export function bubble(drawing, context, count) {
  context.beginPath();
  context.arc(0, 0, 13, 0, 2 * Math.PI);
  context.fillStyle = drawing.colours.raised;
  context.fill();
  context.strokeStyle = drawing.colours.quiet;
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = drawing.colours.text;
  context.font = "600 10px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(count < 1000 ? `+${count}` : `+${Math.floor(count / 1000)}k`, 0, 0);
}
