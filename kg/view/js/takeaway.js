/** What can be taken out of the page: pictures, tables, Turtle, a query, a citation. */

import { citation } from "./cite.js";
import { make } from "./dom.js";
import { csv, sparql } from "./rows.js";
import { svg } from "./picture.js";
import { turtle } from "./turtle.js";
import { element } from "./unpack.js";

/** @typedef {import("./app.js").App} App */

/**
 * @param {string} name of the file
 * @param {Blob} content
 */
function save(name, content) {
  const link = make("a", { href: URL.createObjectURL(content), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * A text to be copied or saved.
 * @param {App} app
 * @param {string} title
 * @param {string} text
 * @param {string} [name] of the file
 */
function offer({ labels }, title, text, name = "") {
  const dialog = /** @type {HTMLDialogElement} */ (element("offer"));
  const field = make("textarea", { readonly: true, rows: "12", "aria-label": title, spellcheck: "false" });
  field.value = text;
  const copy = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      document.execCommand("copy"); // in a frame, or without the right to the clipboard
    }
    element("offered").textContent = labels.say("copied");
  };
  element("offer-body").replaceChildren(
    make("h2", { id: "offer-title" }, title),
    field,
    make(
      "div",
      { class: "tools" },
      make("button", { type: "button", click: copy }, labels.say("copy")),
      name &&
        make(
          "button",
          { type: "button", click: () => save(name, new Blob([text], { type: "text/plain" })) },
          labels.say("save"),
        ),
    ),
    make("p", { id: "offered", role: "status" }),
  );
  dialog.showModal();
  field.select();
}

/** @param {App} app */
export function takeaway(app) {
  const { labels } = app;
  const item = (/** @type {string} */ key, /** @type {() => void} */ act) =>
    make("li", {}, make("button", { type: "button", class: "link", click: act }, labels.say(key)));
  element("take").replaceChildren(
    make("summary", {}, labels.say("take-away")),
    make(
      "div",
      {},
      make(
        "ul",
        {},
        item("take-png", () => png(app)),
        item("take-svg", () => save("network.svg", new Blob([svg(app)], { type: "image/svg+xml" }))),
        item("take-csv", () => save("who-met-whom.csv", new Blob(["\ufeff", csv(app)], { type: "text/csv" }))),
        item("take-sparql", () => offer(app, labels.say("take-sparql"), sparql(app), "who-met-whom.rq")),
        item("take-link", () => offer(app, labels.say("take-link"), location.href)),
      ),
    ),
  );
}

/** @param {App} app */
function png({ drawing }) {
  const drawn = /** @type {HTMLCanvasElement} */ (element("network").querySelector("canvas"));
  const whole = make("canvas", { width: String(drawn.width), height: String(drawn.height) });
  const context = whole.getContext("2d");
  if (!context) return;
  context.fillStyle = drawing.colours.ground;
  context.fillRect(0, 0, whole.width, whole.height);
  context.drawImage(drawn, 0, 0);
  whole.toBlob((blob) => blob && save("network.png", blob), "image/png");
}

/**
 * @param {App} app
 * @param {import("./model.js").Thing} thing
 */
export function offerTurtle(app, thing) {
  offer(app, `Turtle: ${app.labels.name(thing)}`, turtle(app.model, thing), `${thing.path.split("/").pop()}.ttl`);
}

/**
 * @param {App} app
 * @param {import("./model.js").Words} words
 * @param {import("./model.js").Fact | null} fact
 */
export function offerCitation(app, words, fact) {
  offer(app, app.labels.say("cite"), citation(app, words, fact));
}
