/** The page: one state, and everything that shows it. */

import { drawable } from "./choose.js";
import { make } from "./dom.js";
import { Drawing } from "./draw.js";
import { filtered } from "./filter.js";
import { link, profile } from "./panel.js";
import { readable } from "./reading.js";
import { closeMenus, controls } from "./controls.js";
import { finder } from "./finder.js";
import { legend } from "./legend.js";
import { listening } from "./listening.js";
import { story } from "./story.js";
import { History } from "./state.js";
import { offerCitation, offerTurtle, takeaway } from "./takeaway.js";
import { Timeline } from "./timeline.js";
import { element } from "./unpack.js";
import { Labels } from "./words.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./state.js").State} State */

export class App {
  /**
   * @param {Model} model
   * @param {Record<string, any>} words of the interface, by language
   */
  constructor(model, words) {
    this.model = model;
    this.labels = new Labels(model, words);
    this.drawing = new Drawing(this.labels, (hit) => this.hit(hit));
    /** @type {import("./filter.js").View} */
    this.view = { things: new Set(), edges: [], facts: new Set(), silent: [], events: new Set() };
    this.shown = ""; // the part of the state that the drawing shows
    this.told = ""; // the part that the panel tells
    this.filters = ""; // the part that limits the drawing
    this.history = new History((state) => this.render(state));
    this.timeline = new Timeline(this);
    listening(this);
    closeMenus();
    finder(this);
  }

  start() {
    const { state } = this.history;
    const chosen = state.thing || state.edge || state.around || state.from;
    this.render(this.model.focus && !chosen ? { ...state, thing: this.model.focus } : state);
    this.drawing.fit();
    document.documentElement.dataset.ready = "true";
  }

  get state() {
    return this.history.state;
  }

  /**
   * @param {Partial<State>} change
   * @param {"push" | "small" | "keep"} [how]
   */
  set(change, how) {
    this.history.set(change, how);
  }

  /** @param {Thing} thing */
  choose(thing) {
    const { from, to } = this.state;
    if (from && !to && from !== thing.path) return this.set({ to: thing.path, around: "", thing: "", edge: "" });
    this.set({ thing: thing.path, edge: "", document: "", mark: "" });
    element("panel").focus({ preventScroll: true });
    return reveal();
  }

  /** @param {import("./draw.js").Hit} hit */
  hit({ thing, edge, group, shared }) {
    if (group) this.set({ open: [...this.state.open, group.hub?.path ?? ""] });
    else if (thing && this.state.from && !this.state.to) this.choose(thing);
    else if (thing) this.set({ thing: thing.path, edge: "" });
    else if (edge) this.set({ thing: "", edge: edge.key });
    else if (shared)
      this.set({ from: shared.one.path, to: shared.other.path, around: "", thing: "", edge: "", type: [] });
    else if (this.state.thing || this.state.edge) this.set({ thing: "", edge: "" });
    if (thing || edge) reveal();
  }

  /** @param {State} state */
  render(state) {
    this.history.state = state;
    const lang = state.lang || this.model.lang;
    if (lang !== document.documentElement.lang || !this.shown) this.speak(lang);
    const { thing, edge, document: read, mark, ...rest } = state;
    const shown = JSON.stringify(rest);
    const wanted = [thing, state.around, state.from, state.to, ...edge.split(" ")].flatMap(
      (path) => this.model.byPath.get(path) ?? [],
    );
    if (shown !== this.shown || wanted.some((one) => !this.drawing.things.has(one.path))) this.draw(state, wanted);
    this.shown = shown;
    this.tell(state);
    this.drawing.choose(thing || edge, Boolean(thing));
    this.read(state);
  }

  /**
   * @param {State} state
   * @param {Thing[]} wanted
   */
  draw(state, wanted) {
    this.view = filtered(this.model, state);
    const [near, chain] = [this.model.byPath.get(state.around) ?? null, this.model.byPath.get(state.from) ?? null];
    const key = chain && state.to ? `${state.from} ${state.to}` : near ? `${state.around} ${state.steps}` : "";
    const filters = JSON.stringify({ ...state, lang: "", thing: "", edge: "", document: "", mark: "", open: [] });
    const moved = filters !== this.filters;
    this.filters = filters;
    this.drawing.show(drawable(this.view, wanted, state.open), {
      key,
      near: key ? near : null,
      chain: key && state.to ? chain : null,
    });
    if (moved) this.drawing.fit();
    legend(this);
    controls(this);
    this.timeline.show();
    this.scope(state, near, chain);
  }

  /**
   * Say what the view is limited to, with a way out.
   * @param {State} state
   * @param {Thing | null} near
   * @param {Thing | null} chain
   */
  scope(state, near, chain) {
    const { labels } = this;
    const other = this.model.byPath.get(state.to);
    const said =
      chain && other
        ? labels.say(this.view.edges.length ? "scope-chain" : "scope-no-chain", {
            from: labels.name(chain),
            to: labels.name(other),
          })
        : chain
          ? labels.say("scope-from", { from: labels.name(chain) })
          : near
            ? labels.say("scope-near", { name: labels.name(near), steps: state.steps })
            : "";
    element("scope").replaceChildren(
      ...(said
        ? [
            said,
            " ",
            make(
              "button",
              { type: "button", click: () => this.set({ around: "", from: "", to: "" }) },
              labels.say("show-all"),
            ),
          ]
        : []),
    );
    element("counts").textContent = labels.say("counts", {
      actors: [...this.view.things].filter(({ event }) => !event).length,
      events: [...this.view.things].filter(({ event }) => event).length,
      documents: this.model.documents.length,
    });
  }

  /** @param {State} state */
  tell(state) {
    const told = [this.shown, state.thing, state.edge].join("\n");
    if (told === this.told) return;
    this.told = told;
    const thing = this.model.byPath.get(state.thing);
    const edge = this.model.edges.get(state.edge);
    const back =
      (thing || edge) &&
      make(
        "button",
        { type: "button", class: "link", click: () => this.set({ thing: "", edge: "" }) },
        `← ${this.labels.say("who-met-whom")}`,
      );
    const nodes = thing ? profile(this, thing) : edge ? link(this, edge) : story(this, this.view);
    element("panel").replaceChildren(...(back ? [back] : []), ...nodes);
    element("panel").scrollTop = 0;
  }

  /** @param {State} state */
  read(state) {
    const dialog = /** @type {HTMLDialogElement} */ (element("reading"));
    const source = this.model.documents.find(({ path }) => path === state.document);
    if (!source) return dialog.close();
    const { nodes, first } = readable(this, source, state.mark === "" ? -1 : Number(state.mark));
    element("reading-body").replaceChildren(...nodes);
    if (!dialog.open) dialog.showModal();
    if (first) first.scrollIntoView({ block: "center" });
    else element("reading-body").scrollTop = 0;
    return undefined;
  }

  /** @param {string} lang */
  speak(lang) {
    this.labels.speak(lang);
    document.documentElement.lang = this.labels.lang;
    document.title = this.labels.say("title");
    for (const one of document.querySelectorAll("[data-say]"))
      one.textContent = this.labels.say(one.getAttribute("data-say") ?? "");
    for (const one of document.querySelectorAll("[data-label]"))
      one.setAttribute("aria-label", this.labels.say(one.getAttribute("data-label") ?? ""));
    for (const one of document.querySelectorAll("[data-hint]"))
      one.setAttribute("placeholder", this.labels.say(one.getAttribute("data-hint") ?? ""));
    takeaway(this);
    /** @type {HTMLSelectElement} */ (element("lang")).value = this.labels.lang;
    this.shown = "";
    this.told = "";
  }

  /**
   * What can be done with a thing.
   * @param {Thing} thing
   * @returns {Node}
   */
  tools(thing) {
    const { labels, state } = this;
    return make(
      "div",
      { class: "tools" },
      make(
        "span",
        { role: "group", "aria-label": labels.say("near") },
        `${labels.say("near")} `,
        ...[1, 2, 3].map((steps) =>
          make(
            "button",
            {
              type: "button",
              "aria-pressed": String(state.around === thing.path && state.steps === steps),
              click: () => this.set({ around: thing.path, steps, from: "", to: "" }),
            },
            String(steps),
          ),
        ),
      ),
      make(
        "button",
        {
          type: "button",
          "aria-pressed": String(state.from === thing.path),
          click: () => this.set({ from: thing.path, to: "", around: "" }),
        },
        labels.say("connect"),
      ),
      make("button", { type: "button", click: () => offerTurtle(this, thing) }, "Turtle"),
    );
  }

  /**
   * @param {import("./model.js").Words} words
   * @param {import("./model.js").Fact | null} fact
   */
  cite(words, fact) {
    offerCitation(this, words, fact);
  }
}

/** On a phone the panel is below the drawing. */
function reveal() {
  if (matchMedia("(max-width: 52rem)").matches) element("panel").scrollIntoView({ block: "start" });
}
