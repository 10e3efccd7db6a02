/** The search field and what it finds: a combo box, worked by keyboard or pointer. */

import { make } from "./dom.js";
import { icon } from "./icon.js";
import { Search } from "./search.js";
import { element } from "./unpack.js";

const FOUND = 20;

/** @param {import("./app.js").App} app */
export function finder(app) {
  /** @type {Search | null} */
  let search = null;
  const index = () => (search ??= new Search(app.model, app.labels));
  setTimeout(index, 300); // the drawing comes first
  const field = /** @type {HTMLInputElement} */ (element("query"));
  const list = element("results");
  let at = -1;
  /** @type {import("./search.js").Found[]} */
  let found = [];
  const close = () => {
    list.replaceChildren();
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const take = (/** @type {number} */ number) => {
    const { thing } = found[number] ?? {};
    close();
    if (thing) app.choose(thing);
  };
  const mark = (/** @type {number} */ number) => {
    at = number;
    [...list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === at)));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", `result-${at}`);
  };
  field.addEventListener("input", () => {
    close();
    if (!field.value.trim()) return;
    found = index().find(field.value, FOUND);
    const { labels } = app;
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    list.replaceChildren(
      ...found.map(({ thing, name }, i) =>
        make(
          "li",
          { role: "option", id: `result-${i}`, "aria-selected": "false", click: () => take(i) },
          icon(thing),
          make("span", {}, labels.name(thing)),
          name !== labels.name(thing) && !labels.name(thing).endsWith(name) && make("small", {}, ` ${name}`),
        ),
      ),
    );
    element("found").textContent = labels.say("found", { number: found.length });
    if (!found.length) list.replaceChildren(make("li", { class: "none" }, labels.say("found-nothing")));
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") take(Math.max(at, 0));
    else if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") mark(Math.min(at + 1, found.length - 1));
    else if (event.key === "ArrowUp") mark(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  field.addEventListener("blur", close);
}
