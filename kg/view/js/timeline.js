/** How many events each month holds; a range of months is brushed with the pointer or set with two sliders. */

import { drawn, make } from "./dom.js";
import { element } from "./unpack.js";

/** @typedef {import("./app.js").App} App */

const HIGH = 40;
const YEARS = 12; // labels at most

/**
 * The number of a month since the year 0, of an ISO 8601 date; NaN where its year isn't known.
 * @param {string} date
 * @param {number} [month] that a date without one stands for, from 0
 */
export function monthOf(date, month = 0) {
  const [, year, found] = /^(\d{4})(?:-(\d\d))?/.exec(date) ?? [];
  return year ? Number(year) * 12 + (found ? Number(found) - 1 : month) : NaN;
}

/** @param {number} month */
export function monthName(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

export class Timeline {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    const months = app.model.things
      .flatMap(({ event }) => (event ? [monthOf(event.start || event.end)] : []))
      .filter((month) => month === month);
    this.first = months.reduce((a, b) => Math.min(a, b), Infinity);
    this.last = months.reduce((a, b) => Math.max(a, b), -Infinity);
    this.count = this.last - this.first + 1;
    /** @type {number | null} */
    this.start = null;
    this.picture = drawn("svg", {
      viewBox: `0 0 ${Math.max(this.count, 1)} ${HIGH}`,
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    });
    this.brush = drawn("rect", { class: "brush", y: 0, height: HIGH });
    this.picture.addEventListener("pointerdown", (event) => this.begin(event));
    this.picture.addEventListener("pointermove", (event) => this.move(event));
    this.picture.addEventListener("pointerup", () => this.end());
    this.since = this.slider("since");
    this.until = this.slider("until");
    this.told = make("output", {});
    this.years = make("div", { class: "years", "aria-hidden": "true" });
  }

  /** @param {"since" | "until"} side */
  slider(side) {
    const made = make("input", {
      type: "range",
      min: String(this.first),
      max: String(this.last),
      step: "1",
      class: side,
    });
    made.addEventListener("input", () => {
      const [a, b] = [Number(this.since.value), Number(this.until.value)];
      this.range(Math.min(a, b), Math.max(a, b), "small");
    });
    return made;
  }

  /** @param {PointerEvent} event */
  month(event) {
    const box = this.picture.getBoundingClientRect();
    const at = Math.floor(((event.clientX - box.left) / box.width) * this.count);
    return this.first + Math.max(0, Math.min(this.count - 1, at));
  }

  /** @param {PointerEvent} event */
  begin(event) {
    this.start = this.month(event);
    this.picture.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (this.start === null) return;
    const now = this.month(event);
    this.shade(Math.min(this.start, now), Math.max(this.start, now));
    this.until.value = String(Math.max(this.start, now));
    this.since.value = String(Math.min(this.start, now));
  }

  end() {
    if (this.start === null) return;
    this.start = null;
    const [a, b] = [Number(this.since.value), Number(this.until.value)];
    this.range(Math.min(a, b), Math.max(a, b), "push");
  }

  /**
   * @param {number} since
   * @param {number} until
   * @param {"push" | "small"} how
   */
  range(since, until, how) {
    this.app.set(
      { since: since > this.first ? monthName(since) : "", until: until < this.last ? monthName(until) : "" },
      how,
    );
  }

  /** @param {number} since @param {number} until */
  shade(since, until) {
    this.brush.removeAttribute("hidden");
    this.brush.setAttribute("x", String(since - this.first));
    this.brush.setAttribute("width", String(until - since + 1));
  }

  show() {
    const { app } = this;
    const { labels, state } = app;
    const place = element("timeline");
    place.hidden = !(this.count > 1);
    if (place.hidden) return;
    const all = new Array(this.count).fill(0);
    const shown = new Array(this.count).fill(0);
    for (const thing of app.model.things) {
      if (!thing.event) continue;
      const at = monthOf(thing.event.start || thing.event.end) - this.first;
      if (at !== at) continue;
      all[at] += 1;
      if (app.view.events.has(thing)) shown[at] += 1;
    }
    const most = Math.max(...all);
    const bars = (/** @type {number[]} */ counts, /** @type {string} */ name) =>
      counts.flatMap((count, i) => {
        const high = count && Math.max(3, (count / most) * HIGH);
        return count ? [drawn("rect", { class: name, x: i + 0.05, width: 0.9, y: HIGH - high, height: high })] : [];
      });
    this.picture.replaceChildren(this.brush, ...bars(all, "all"), ...bars(shown, "shown"));
    const [since, until] = [monthOf(state.since) || this.first, monthOf(state.until) || this.last];
    this.shade(since, until);
    this.brush.toggleAttribute("hidden", !state.since && !state.until);
    this.since.value = String(since);
    this.until.value = String(until);
    for (const [slider, key, month] of /** @type {const} */ ([
      [this.since, "since", since],
      [this.until, "until", until],
    ])) {
      slider.setAttribute("aria-label", labels.say(key));
      slider.setAttribute("aria-valuetext", labels.date(monthName(month)));
    }
    this.told.textContent = `${labels.date(monthName(since))} – ${labels.date(monthName(until))}`;
    this.axis();
    if (!place.childElementCount)
      place.append(this.told, this.picture, this.years, make("div", { class: "sliders" }, this.since, this.until));
  }

  /** Years under the bars, not more than there is room for. */
  axis() {
    const step = Math.max(1, Math.ceil(this.count / 12 / YEARS));
    /** @type {Node[]} */
    const marks = [];
    for (let year = Math.ceil(this.first / 12); year * 12 <= this.last; year += 1) {
      if (year % step) continue;
      const mark = make("span", {}, String(year));
      mark.style.insetInlineStart = `${((year * 12 - this.first) / this.count) * 100}%`;
      marks.push(mark);
    }
    this.years.replaceChildren(...marks);
  }
}
