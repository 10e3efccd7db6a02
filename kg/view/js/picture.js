/** The drawing as SVG: what is in sight, with the same shapes, colours and labels. */

import { drawn } from "./dom.js";
import { capacity } from "./filter.js";
import { LABEL, labelled } from "./lettering.js";
import { lookOf, paths, sizeOf, stroke } from "./shapes.js";
import { element } from "./unpack.js";

/** @param {import("./app.js").App} app */
export function svg({ drawing, labels }) {
  const { network, colours } = drawing;
  const { clientWidth: width, clientHeight: height } = element("network");
  const scale = network.getScale();
  const positions = network.getPositions();
  const at = (/** @type {string} */ path) => network.canvasToDOM(positions[path]);
  const lines = [...drawing.edges.values()].map((edge) => {
    const { width: wide, dashes, colour } = stroke(edge.facts.map(capacity));
    const [from, to] = [at(edge.one.path), at(edge.other.path)];
    return drawn("line", {
      x1: tenth(from.x),
      y1: tenth(from.y),
      x2: tenth(to.x),
      y2: tenth(to.y),
      stroke: colours[colour],
      "stroke-width": tenth(wide * scale),
      "stroke-dasharray": dashes.map((part) => tenth(part * scale)).join(" "),
    });
  });
  const met = [...drawing.shared.values()].map(({ one, other, count }) => {
    const [from, to] = [at(one.path), at(other.path)];
    return drawn("line", {
      x1: tenth(from.x),
      y1: tenth(from.y),
      x2: tenth(to.x),
      y2: tenth(to.y),
      stroke: colours.edge,
      "stroke-opacity": 0.45,
      "stroke-width": tenth((1.5 + 1.5 * Math.log2(count)) * scale),
    });
  });
  const shapes = [...drawing.things.values()].map((thing) => {
    const looks = lookOf(thing);
    const { x, y } = at(thing.path);
    const { outline, mark } = paths(looks, sizeOf(thing) * drawing.grown() * scale);
    const colour = colours[looks.colour];
    return drawn(
      "g",
      { transform: `translate(${tenth(x)} ${tenth(y)})`, "stroke-width": 2 },
      drawn("title", {}, labels.name(thing)),
      drawn("path", {
        d: outline,
        fill: looks.hollow ? colours.ground : colour,
        stroke: colour,
        "stroke-dasharray": looks.planned ? "4 2" : "",
      }),
      drawn("path", { d: mark, fill: "none", stroke: looks.hollow ? colour : colours.ground }),
    );
  });
  const texts = labelled(drawing).flatMap(({ text, x, y }) =>
    text.map((line, i) =>
      drawn(
        "text",
        {
          x: tenth(x),
          y: tenth(y + (i + 0.8) * LABEL * 1.15),
          "text-anchor": "middle",
          "font-family": "system-ui, sans-serif",
          "font-size": LABEL,
          fill: colours.text,
          stroke: colours.ground,
          "stroke-width": 3,
          "paint-order": "stroke",
          "stroke-linejoin": "round",
        },
        line,
      ),
    ),
  );
  const whole = drawn(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height },
    drawn("rect", { width, height, fill: colours.ground }),
    ...met,
    ...lines,
    ...shapes,
    ...texts,
  );
  return new XMLSerializer().serializeToString(whole);
}

/** @param {number} value */
function tenth(value) {
  return Math.round(value * 10) / 10;
}
