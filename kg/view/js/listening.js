/** The buttons, keys and settings of the reader's system that the page listens to. */

import { element } from "./unpack.js";

/** @param {import("./app.js").App} app */
export function listening(app) {
  const on = (/** @type {string} */ id, /** @type {() => void} */ act) => element(id).addEventListener("click", act);
  on("closer", () => app.drawing.zoom(1.4));
  on("farther", () => app.drawing.zoom(1 / 1.4));
  on("whole", () => app.drawing.fit());
  on("offer-close", () => /** @type {HTMLDialogElement} */ (element("offer")).close());
  on("skip", () => element("panel").focus());
  const physics = /** @type {HTMLInputElement} */ (element("physics"));
  physics.addEventListener("change", () => app.drawing.physics(physics.checked));
  on("reading-close", () => app.set({ document: "", mark: "" }));
  element("reading").addEventListener("cancel", (event) => {
    event.preventDefault();
    app.set({ document: "", mark: "" });
  });
  const lang = /** @type {HTMLSelectElement} */ (element("lang"));
  lang.addEventListener("change", () => app.set({ lang: lang.value }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => app.drawing.themed());
  // On paper the drawing has the colours of the light theme.
  for (const [when, print] of /** @type {const} */ ([
    ["beforeprint", true],
    ["afterprint", false],
  ])) {
    addEventListener(when, () => {
      document.documentElement.toggleAttribute("data-print", print);
      app.drawing.themed();
    });
  }
  element("network").addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
    if (step) app.drawing.pan(step[0], step[1]);
    else if (event.key === "+" || event.key === "=") app.drawing.zoom(1.4);
    else if (event.key === "-") app.drawing.zoom(1 / 1.4);
    else if (event.key === "0") app.drawing.fit();
    else return;
    event.preventDefault();
  });
}
