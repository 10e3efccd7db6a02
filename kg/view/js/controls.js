/** Filters: one menu each, with what the graph holds to choose from. */

import { make } from "./dom.js";
import { capacity } from "./filter.js";
import { name } from "./legend.js";
import { FILTERS } from "./state.js";
import { element } from "./unpack.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {typeof FILTERS[number]} Filter */

const FEW = 12; // options up to which there is nothing to narrow
const LISTED = 200; // at a time
const CHIPS = 4; // topics beside the menus
const OTHER = "topic-other"; // tells nothing by itself: it stands in the menu only

/** What languages call themselves. @type {Record<string, string>} */
const TONGUES = { en: "English", tk: "Türkmençe", kk: "Қазақша", ru: "Русский" };

/** @type {WeakMap<import("./model.js").Model, Record<Filter, Map<string, number>>>} */
const COUNTED = new WeakMap();

/**
 * The values of each filter, and how many things or facts have them.
 * @param {import("./model.js").Model} model
 * @returns {Record<Filter, Map<string, number>>}
 */
function options(model) {
  const known = COUNTED.get(model);
  if (known) return known;
  /** @type {Record<Filter, Map<string, number>>} */
  const found = {
    type: new Map(),
    kind: new Map(),
    country: new Map(),
    topic: new Map(),
    source: new Map(),
    language: new Map(),
    status: new Map(),
    capacity: new Map(),
  };
  const count = (/** @type {Filter} */ filter, /** @type {Iterable<string>} */ values) => {
    for (const value of new Set(values)) if (value) found[filter].set(value, (found[filter].get(value) ?? 0) + 1);
  };
  for (const thing of model.things) {
    count("type", [thing.type]);
    count("kind", [thing.kind]);
    count("country", thing.countries);
    count("topic", thing.event?.about ?? []);
    count("status", [thing.event?.status ?? ""]);
  }
  for (const fact of model.facts) {
    if (fact.drawn) count("capacity", [capacity(fact)]);
    count(
      "source",
      fact.words.map(({ document }) => document.path),
    );
    count(
      "language",
      fact.words.map(({ lang }) => lang),
    );
  }
  COUNTED.set(model, found);
  return found;
}

/**
 * What a value is called.
 * @param {App} app
 * @param {Filter} filter
 * @param {string} value
 */
export function called({ labels, model }, filter, value) {
  if (filter === "type") return labels.say(`type-${value}`);
  if (filter === "capacity") return name(labels, value);
  if (filter === "language") return TONGUES[value] ?? value;
  if (filter !== "source") return labels.of(value);
  const source = model.documents.find(({ path }) => path === value);
  return source?.headline || source?.id || value;
}

/** @param {App} app */
export function controls(app) {
  const { labels, state } = app;
  const all = options(app.model);
  const menus = FILTERS.filter((filter) => all[filter].size > 1).map((filter) => menu(app, filter, all[filter]));
  const sure = app.model.facts.some(({ confidence }) => confidence !== null) && confident(app);
  const reset = make("button", { type: "button", id: "reset", click: () => app.set(nothing()) }, labels.say("reset"));
  reset.hidden = !FILTERS.some((filter) => state[filter].length) && !state.since && !state.until && !state.sure;
  const topics = [...all.topic]
    .filter(([topic]) => topic !== OTHER)
    .sort(([, a], [, b]) => b - a)
    .slice(0, CHIPS)
    .map(([topic]) =>
      make(
        "button",
        {
          type: "button",
          class: "chip",
          "data-key": `chip ${topic}`,
          "aria-pressed": String(state.topic.includes(topic)),
          click: () => app.set({ topic: toggled(app.state.topic, topic) }),
        },
        labels.of(topic),
      ),
    );
  const place = element("filters");
  const more = make(
    "button",
    {
      type: "button",
      id: "more",
      "aria-expanded": String(place.classList.contains("open")),
      click: () => {
        more.setAttribute("aria-expanded", String(place.classList.toggle("open")));
      },
    },
    labels.say("filters"),
  );
  const focused = document.activeElement?.getAttribute("data-key");
  place.replaceChildren(
    ...(topics.length > 1
      ? [
          make(
            "span",
            { class: "chips", role: "group", "aria-label": labels.say("filter-topic") },
            labels.say("on"),
            ...topics,
          ),
        ]
      : []),
    more,
    ...menus.filter(({ id }) => id !== "menu-topic" || all.topic.size > CHIPS),
    ...(sure ? [sure] : []),
    reset,
  );
  // The focus stays where one works.
  for (const one of focused ? place.querySelectorAll("[data-key]") : [])
    if (one instanceof HTMLElement && one.dataset.key === focused) one.focus();
}

/** The filters as they are at first. @returns {Partial<import("./state.js").State>} */
function nothing() {
  return { ...Object.fromEntries(FILTERS.map((filter) => [filter, []])), since: "", until: "", sure: 0 };
}

/**
 * @param {string[]} list
 * @param {string} value
 */
function toggled(list, value) {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}

/**
 * @param {App} app
 * @param {Filter} filter
 * @param {Map<string, number>} values
 */
function menu(app, filter, values) {
  const { labels } = app;
  const chosen = app.state[filter];
  const list = make("ul", {});
  /** @type {{value: string, number: number, name: string}[]} */
  let entries = [];
  const fill = (/** @type {string} */ typed) => {
    if (!entries.length) {
      entries = [...values]
        .map(([value, number]) => ({ value, number, name: called(app, filter, value) }))
        .sort((a, b) => b.number - a.number || (a.name < b.name ? -1 : 1));
    }
    const fitting = entries.filter((entry) => entry.name.toLowerCase().includes(typed.toLowerCase()));
    const first = fitting.filter(({ value }) => app.state[filter].includes(value));
    const shown = [...first, ...fitting.filter((entry) => !first.includes(entry))].slice(0, LISTED);
    list.replaceChildren(
      ...shown.map((entry) => {
        const box = make("input", {
          type: "checkbox",
          "data-key": `${filter} ${entry.value}`,
          checked: app.state[filter].includes(entry.value),
        });
        box.addEventListener("change", () => app.set({ [filter]: toggled(app.state[filter], entry.value) }));
        return make(
          "li",
          {},
          make("label", {}, box, ` ${entry.name} `, make("span", { class: "quiet" }, String(entry.number))),
        );
      }),
    );
  };
  const narrow =
    values.size > FEW &&
    make("input", {
      type: "search",
      "aria-label": labels.say("narrow"),
      placeholder: labels.say("narrow"),
      input: (event) => fill(event.target.value),
    });
  const made = make(
    "details",
    { class: "menu", id: `menu-${filter}`, name: "menu" },
    make("summary", {}, labels.say(`filter-${filter}`), chosen.length ? ` (${chosen.length})` : ""),
    make("div", {}, narrow, list),
  );
  made.open = open(made.id);
  if (made.open) fill("");
  made.addEventListener("toggle", () => made.open && !list.childElementCount && fill(""));
  return made;
}

/**
 * Whether a menu is open already, and is to stay so.
 * @param {string} id
 */
function open(id) {
  const before = document.getElementById(id);
  return before instanceof HTMLDetailsElement && before.open;
}

/** @param {App} app */
function confident(app) {
  const said = `${app.labels.say("filter-sure")}${app.state.sure ? ` ≥ ${app.state.sure}` : ""}`;
  const slider = make("input", {
    type: "range",
    min: "0",
    max: "1",
    step: "0.05",
    "aria-label": app.labels.say("filter-sure"),
    "data-key": "sure",
  });
  slider.value = String(app.state.sure);
  slider.addEventListener("change", () => app.set({ sure: Number(slider.value) }));
  const made = make(
    "details",
    { class: "menu", id: "menu-sure", name: "menu" },
    make("summary", {}, said),
    make("div", {}, slider),
  );
  made.open = open(made.id);
  return made;
}

/** Menus close when one clicks elsewhere or presses Escape. */
export function closeMenus() {
  const close = (/** @type {Node | null} */ inside) => {
    for (const one of document.querySelectorAll("details.menu[open]")) {
      if (!inside || !one.contains(inside)) one.removeAttribute("open");
    }
  };
  document.addEventListener("click", (event) => {
    // What was clicked may have been replaced since.
    if (event.target instanceof Node && document.contains(event.target)) close(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menus = document.querySelector("details.menu[open] summary");
    close(null);
    if (menus instanceof HTMLElement) menus.focus();
  });
}
