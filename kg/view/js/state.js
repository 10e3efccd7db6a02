/** What the reader looks at; it stands in the address after `#`, so that it can be sent, and gone back to. */

/**
 * @typedef {{
 *   lang: string, thing: string, edge: string, document: string, mark: string, around: string, steps: number,
 *   from: string, to: string, since: string, until: string, sure: number, open: string[],
 *   type: string[], kind: string[], country: string[], topic: string[], source: string[], language: string[],
 *   status: string[], capacity: string[]
 * }} State
 *   `thing` and `edge` are what is chosen, `document` what is read (at `mark`, the number of words); `around` and
 *   `steps` limit the drawing to a neighbourhood, `from` and `to` to what connects two things, `since` and `until`
 *   (months) to a time, `sure` to facts of a confidence; `open` are the groups opened. The lists are filters: what a
 *   thing or fact has to be one of, empty for anything.
 */

/** @type {readonly ("type" | "kind" | "country" | "topic" | "source" | "language" | "status" | "capacity")[]} */
export const FILTERS = ["type", "kind", "country", "topic", "source", "language", "status", "capacity"];

/** @type {State} */
const NOTHING = {
  lang: "",
  thing: "",
  edge: "",
  document: "",
  mark: "",
  around: "",
  steps: 1,
  from: "",
  to: "",
  since: "",
  until: "",
  sure: 0,
  open: [],
  type: [],
  kind: [],
  country: [],
  topic: [],
  source: [],
  language: [],
  status: [],
  capacity: [],
};

/**
 * @param {string} fragment of an address, with or without its `#`
 * @returns {State}
 */
export function parsed(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  /** @type {Record<string, any>} */
  const state = structuredClone(NOTHING);
  for (const [key, value] of given) {
    if (!(key in NOTHING)) continue;
    const usual = state[key];
    if (Array.isArray(usual)) usual.push(value);
    else if (typeof usual === "number") state[key] = Number(value) || 0;
    else state[key] = value;
  }
  state.steps = Math.min(3, Math.max(1, Math.round(state.steps)));
  return /** @type {State} */ (state);
}

/**
 * The fragment of a state, without what is as usual.
 * @param {State} state
 */
export function fragment(state) {
  const params = new URLSearchParams();
  for (const [key, usual] of Object.entries(NOTHING)) {
    const value = /** @type {Record<string, any>} */ (state)[key];
    if (Array.isArray(value)) value.forEach((one) => params.append(key, one));
    else if (value !== usual) params.set(key, String(value));
  }
  return params.toString();
}

export class History {
  /** @param {(state: State) => void} show */
  constructor(show) {
    this.show = show;
    this.state = parsed(location.hash);
    addEventListener("hashchange", () => {
      if (fragment(this.state) !== fragment(parsed(location.hash))) this.set(parsed(location.hash), "keep");
    });
  }

  /**
   * Change a part of what is looked at. A step back leads to what was before, unless the change is small.
   * @param {Partial<State>} change
   * @param {"push" | "small" | "keep"} [how]
   */
  set(change, how = "push") {
    this.state = { ...this.state, ...change };
    const hash = `#${fragment(this.state)}`;
    if (how !== "keep" && hash !== (location.hash || "#")) {
      try {
        if (how === "push") history.pushState(null, "", hash);
        else history.replaceState(null, "", hash);
      } catch {
        location.hash = hash; // in a frame without an address of its own
      }
    }
    this.show(this.state);
  }
}
