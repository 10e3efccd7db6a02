/** Buttons that lead to things. */

import { make } from "./dom.js";
import { icon } from "./icon.js";

/**
 * A button that leads to a thing.
 * @param {import("./app.js").App} app
 * @param {import("./model.js").Thing} thing
 */
export function leading(app, thing) {
  return make(
    "button",
    { type: "button", class: "thing", click: () => app.choose(thing) },
    icon(thing),
    app.labels.name(thing),
  );
}
