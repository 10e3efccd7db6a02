/** The look of a thing as a small picture beside its name. */

import { drawn } from "./dom.js";
import { look, lookOf, paths } from "./shapes.js";

/** @param {import("./model.js").Thing} thing */
export function icon(thing) {
  return picture(lookOf(thing));
}

/**
 * @param {string} type
 * @param {string} [kind]
 * @param {boolean} [planned]
 */
export function iconOf(type, kind = "", planned = false) {
  return picture(look(type, kind, planned));
}

/** @param {import("./shapes.js").Look} looks */
function picture(looks) {
  const { outline, mark } = paths(looks, 10);
  return drawn(
    "svg",
    {
      class: `icon ${looks.colour}${looks.hollow ? " hollow" : ""}${looks.planned ? " planned" : ""}`,
      viewBox: "-12 -12 24 24",
      "aria-hidden": "true",
    },
    drawn("path", { d: outline }),
    drawn("path", { class: "mark", d: mark }),
  );
}
