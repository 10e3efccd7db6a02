/** What shapes and lines mean, of those that are shown. */

import { drawn, make } from "./dom.js";
import { capacity } from "./filter.js";
import { iconOf } from "./icon.js";
import { STROKES } from "./shapes.js";
import { element } from "./unpack.js";

/** @param {import("./app.js").App} app */
export function legend(app) {
  const { labels, drawing } = app;
  /** @type {Map<string, import("./model.js").Thing>} */
  const looks = new Map();
  for (const thing of [...drawing.things.values()].sort((a, b) => a.index - b.index)) {
    const key = ["organisation", "meeting", "other"].includes(thing.type) ? `${thing.type} ${thing.kind}` : thing.type;
    if (!looks.has(key)) looks.set(key, thing);
  }
  const used = new Set([...drawing.edges.values()].flatMap(({ facts }) => facts.map(capacity)));
  const plans = [...drawing.things.values()].some(({ event }) => event?.status === "status-planned");
  element("legend-list").replaceChildren(
    ...[...looks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { type, kind }]) =>
        make(
          "li",
          {},
          iconOf(type, kind),
          ["organisation", "meeting", "other"].includes(type) && kind ? labels.of(kind) : labels.say(`type-${type}`),
        ),
      ),
    ...(plans ? [make("li", {}, iconOf("meeting", "", true), labels.say("legend-planned"))] : []),
    ...STROKES.flatMap(([codes, { width, dashes, colour }]) => {
      const known = codes.filter((code) => used.has(code));
      if (!known.length) return [];
      const line = drawn("line", {
        x1: 0,
        y1: 6,
        x2: 34,
        y2: 6,
        "stroke-width": width,
        "stroke-dasharray": dashes.join(" "),
        class: `stroke ${colour}`,
      });
      return [
        make(
          "li",
          {},
          drawn("svg", { class: "sample", viewBox: "0 0 34 12", "aria-hidden": "true" }, line),
          known.map((code) => name(labels, code)).join(", "),
        ),
      ];
    }),
    ...(drawing.shared.size
      ? [
          make(
            "li",
            {},
            drawn(
              "svg",
              { class: "sample", viewBox: "0 0 34 12", "aria-hidden": "true" },
              drawn("line", { x1: 0, y1: 6, x2: 34, y2: 6, "stroke-width": 4, class: "stroke faint" }),
            ),
            labels.say("legend-shared"),
          ),
        ]
      : []),
    make("li", { class: "quiet" }, labels.say("legend-size")),
  );
}

/**
 * What a capacity is called.
 * @param {import("./words.js").Labels} labels
 * @param {string} code as `capacity` gives it
 */
export function name(labels, code) {
  return code.startsWith("capacity-") ? labels.of(code) : labels.say(`fact-${code}`);
}
