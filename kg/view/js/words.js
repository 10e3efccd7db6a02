/** What things are called in the reader's language, and what the interface says. */

/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./model.js").Name} Name */
/** @typedef {import("./model.js").Model} Model */

const NAMED = 3; // names of actors in the name of an event

export class Labels {
  /**
   * @param {Model} model
   * @param {Record<string, any>} words of the interface, by language
   */
  constructor(model, words) {
    this.model = model;
    this.words = words;
    this.lang = model.lang;
    /** @type {Map<Thing, string>} */
    this.known = new Map();
  }

  /** @param {string} lang */
  speak(lang) {
    this.lang = this.words[lang] ? lang : "en";
    this.known.clear();
  }

  /**
   * A sentence of the interface; `{name}` in it is replaced by what `values` holds.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  say(key, values = {}) {
    const found = this.words[this.lang][key] ?? this.words.en[key] ?? key;
    return String(found).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  }

  /**
   * The best of several names: in the reader's language, else in the original, else in English.
   * @param {Name[]} names
   * @param {string} [original] the language of the texts that name it
   * @returns {Name}
   */
  best(names, original = "en") {
    const wanted = [this.lang, original, "en"].map((wish) => names.find(({ lang }) => lang === wish));
    return wanted.find((name) => name) ?? names[0] ?? { text: "", lang: "" };
  }

  /**
   * The label of a concept, place or series by its key; for other keys their last part.
   * @param {string} key
   */
  of(key) {
    return this.best(this.model.labels[key] ?? []).text || (key.split(/[/#]/).pop() ?? "");
  }

  /**
   * @param {Thing} thing
   * @returns {string}
   */
  name(thing) {
    let found = this.known.get(thing);
    if (found === undefined) {
      found = thing.event ? this.eventName(thing) : this.best(thing.names, thing.words[0]?.lang).text || thing.path;
      this.known.set(thing, found);
    }
    return found;
  }

  /**
   * An event by its type, date, and what it is called or who took part: `Meeting, 24 February 2022: Ann, Bob`.
   * @param {Thing} thing
   * @returns {string}
   */
  eventName(thing) {
    const told = [this.of(thing.kind) || this.say("event"), this.when(thing)].filter(Boolean).join(", ");
    const called = thing.type === "election" ? this.wording(thing) : "";
    const cast = called || this.cast(thing) || this.wording(thing);
    return cast ? `${told}: ${cast}` : told;
  }

  /**
   * What texts call an event; the graph's English label, made of what is known, is left out.
   * @param {Thing} thing
   */
  wording(thing) {
    const made = thing.names.find(({ lang }) => lang === "en");
    return this.best(
      thing.names.filter((name) => name !== made),
      thing.event?.words[0]?.lang,
    ).text;
  }

  /**
   * Who took part, persons first, and of those who was in the chair.
   * @param {Thing} thing
   * @returns {string}
   */
  cast(thing) {
    const parts = thing.facts.filter(({ what }) => what === "participation");
    const chairs = new Set(parts.filter(({ code }) => code === "capacity-chair").map(({ one }) => one));
    const order = ["person", "office", "organisation", "state"];
    const known = [...new Set(parts.map(({ one }) => one))]
      .filter((actor) => actor !== null)
      .sort(
        (a, b) =>
          order.indexOf(a.type) - order.indexOf(b.type) ||
          Number(chairs.has(b)) - Number(chairs.has(a)) ||
          b.weight - a.weight ||
          a.index - b.index,
      );
    const names = known
      .slice(0, NAMED)
      .map((actor) => this.name(actor))
      .join(", ");
    return known.length > NAMED ? this.say("and-others", { names, number: known.length - NAMED }) : names;
  }

  /**
   * A short label for the drawing.
   * @param {Thing} thing
   */
  short(thing) {
    if (!thing.event) return this.name(thing);
    const told = [this.of(thing.kind), this.when(thing), thing.event.place && this.of(thing.event.place)];
    const known = told.filter(Boolean).join(", ");
    return thing.event.start || thing.event.place ? known : this.wording(thing) || known;
  }

  /**
   * From when to when, in words.
   * @param {Thing} thing
   */
  when(thing) {
    const { start = "", end = "" } = thing.event ?? {};
    const [from, to] = [this.date(start), this.date(end)];
    return from && to && from !== to ? `${from} – ${to}` : from || to;
  }

  /**
   * An ISO 8601 date in words, as precise as it is; an unknown year (`--03-14`) is left out.
   * @param {string} date
   */
  date(date) {
    const [, year = "", month = "", day = "", time = ""] =
      /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(date) ?? [];
    if (!year) return date;
    const months = this.words[this.lang][day ? "months" : "months-alone"];
    const values = {
      year,
      day: Number(day) || "",
      month: month && months[Number(month) - 1],
    };
    if (year === "-") return day ? this.say("date-alone", values) : String(values.month);
    const form = day ? "date-day" : month ? "date-month" : "date-year";
    return [this.say(form, values), time].filter(Boolean).join(", ");
  }

  /**
   * What kind of thing it is, in words.
   * @param {Thing} thing
   */
  sort(thing) {
    return (thing.kind && this.of(thing.kind)) || this.say(`type-${thing.type}`);
  }
}
