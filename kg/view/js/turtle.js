/** A thing with all facts about it, and the words behind them, as Turtle. */

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./model.js").Fact} Fact */
/** @typedef {import("./model.js").Words} Words */
/** @typedef {[string, string[]][]} Statements predicates with their objects */

const PREFIXES = {
  cmq: "https://w3id.org/communique/ontology#",
  oa: "http://www.w3.org/ns/oa#",
  prov: "http://www.w3.org/ns/prov#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

const CLASSES = {
  person: "cmq:Person",
  office: "cmq:Office",
  organisation: "cmq:Organisation",
  state: "cmq:Organisation",
  meeting: "cmq:Meeting",
  election: "cmq:Election",
  other: "cmq:Event",
};

/** @param {string} text @param {string} [lang] */
export function literal(text, lang = "") {
  const escaped = text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t");
  return `"${escaped}"${lang && lang !== "und" ? `@${lang}` : ""}`;
}

/** What XSD calls a date of each form. @type {[RegExp, string][]} */
const DATES = [
  [/T/, "dateTime"],
  [/^--\d\d$/, "gMonth"],
  [/^--/, "gMonthDay"],
  [/^\d{4}$/, "gYear"],
  [/^\d{4}-\d\d$/, "gYearMonth"],
];

/** @param {string} date as the graph writes it */
export function dateLiteral(date) {
  const [, type] = DATES.find(([form]) => form.test(date)) ?? [null, "date"];
  return `"${date}"^^xsd:${type}`;
}

/** @param {string} path below the base, or a concept's code */
function term(path) {
  return path.includes("/") ? `<${path}>` : `cmq:${path}`;
}

/**
 * @param {Model} model
 * @param {Thing} thing
 */
export function turtle(model, thing) {
  /** @type {Map<string, Statements>} */
  const blocks = new Map();
  const block = (/** @type {string} */ path, /** @type {Statements} */ statements) => {
    const known = blocks.get(path) ?? [];
    blocks.set(path, [...known, ...statements]);
  };
  const ends = new Set([thing, ...thing.facts.flatMap(({ one, other }) => [one, other])]);
  const said = new Set(thing.facts.flatMap((fact) => fact.words));
  for (const end of ends) {
    if (end) block(end.path, described(end));
    for (const words of end?.event?.words ?? []) said.add(words);
  }
  for (const fact of thing.facts) tell(fact, block);
  for (const words of said) block(mention(words), selected(words));
  const heads = Object.entries(PREFIXES).map(([name, iri]) => `@prefix ${name}: <${iri}> .`);
  const bodies = [...blocks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([path, statements]) =>
        `<${path}> ${merged(statements)
          .map(([predicate, objects]) => `${predicate} ${objects.join(" , ")}`)
          .join(" ;\n\t")} .`,
    );
  return [`@base <${model.base}> .`, ...heads, "", ...bodies].join("\n") + "\n";
}

/** @param {Statements} statements */
function merged(statements) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const [predicate, objects] of statements) {
    for (const object of objects) found.set(predicate, (found.get(predicate) ?? new Set()).add(object));
  }
  return [...found].map(([predicate, objects]) => /** @type {[string, string[]]} */ ([predicate, [...objects]]));
}

/**
 * @param {Thing} thing
 * @returns {Statements}
 */
function described({ type, kind, country, names, event }) {
  const class_ = CLASSES[/** @type {keyof typeof CLASSES} */ (type)];
  return [
    ["a", event ? [class_, "cmq:Event"] : [class_]],
    ["skos:altLabel", names.map(({ text, lang }) => literal(text, lang))],
    [event ? "cmq:eventType" : "cmq:kind", kind ? [term(kind)] : []],
    ["cmq:country", country ? [term(country)] : []],
    ...(event ? circumstanced(event) : []),
  ];
}

/**
 * @param {import("./model.js").Circumstances} event
 * @returns {Statements}
 */
function circumstanced(event) {
  return [
    ["cmq:status", event.status ? [term(event.status)] : []],
    ["cmq:format", event.format ? [term(event.format)] : []],
    ["cmq:startDate", event.start ? [dateLiteral(event.start)] : []],
    ["cmq:endDate", event.end ? [dateLiteral(event.end)] : []],
    ["cmq:heldIn", event.place ? [term(event.place)] : []],
    ["cmq:about", event.about.map(term)],
    ["cmq:sessionOf", event.series ? [term(event.series)] : []],
    ["cmq:ordinal", event.ordinal ? [String(event.ordinal)] : []],
    ["prov:wasDerivedFrom", event.words.map((words) => `<${mention(words)}>`)],
  ];
}

/**
 * @param {Fact} fact
 * @param {(path: string, statements: Statements) => void} block
 */
function tell(fact, block) {
  const { what, path, code, texts, dates, place, value } = fact;
  const [one, other] = [fact.one, fact.other].map((end) => (end ? [`<${end.path}>`] : []));
  const said = ["prov:wasDerivedFrom", fact.words.map((words) => `<${mention(words)}>`)];
  const codes = code ? [term(code)] : [];
  const places = place ? [term(place)] : [];
  const worded = texts.map(({ text, lang }) => literal(text, lang));
  const times = dates.map(dateLiteral);
  const link = (/** @type {string} */ predicate) => fact.one && block(fact.one.path, [[predicate, other]]);
  /** @type {Record<string, Statements>} */
  const told = {
    participation: [
      ["a", ["cmq:Participation"]],
      ["cmq:participant", one],
      ["cmq:capacity", codes],
      ["cmq:onBehalfOf", fact.third ? [`<${fact.third.path}>`] : []],
    ],
    role: [
      ["a", ["cmq:Role"]],
      ["cmq:post", codes],
      ["cmq:roleIn", other],
      ["cmq:country", places],
      ["cmq:title", worded],
      ["cmq:attestedOn", times],
    ],
    elected: [
      ["a", ["cmq:ElectionResult"]],
      ["cmq:elected", one],
      ["cmq:election", other],
      ["cmq:constituency", places],
    ],
    turnout: [
      ["a", ["cmq:TurnoutObservation"]],
      ["cmq:election", other],
      ["cmq:at", times],
      ["cmq:constituency", places],
      ["cmq:percent", value ? [value] : []],
    ],
    quotation: [
      ["a", ["cmq:Quotation"]],
      ["cmq:speaker", one],
      ["cmq:text", worded],
    ],
    instrument: [
      ["a", ["cmq:InstrumentLink"]],
      ["cmq:actor", one],
      ["cmq:event", other],
      ["cmq:how", codes],
    ],
    founding: [
      ["a", ["cmq:Founding"]],
      ["cmq:organisation", one],
      ["cmq:proposedBy", other],
      ["cmq:standing", codes],
    ],
  };
  if (what === "part-of") link("cmq:partOf");
  else if (what === "concerns") link("cmq:concerns");
  else block(path, /** @type {Statements} */ ([...told[what], said]));
  if (what === "participation" && fact.other) block(fact.other.path, [["cmq:hasParticipation", [`<${path}>`]]]);
  if (what === "role" && fact.one) block(fact.one.path, [["cmq:hasRole", [`<${path}>`]]]);
}

/** @param {Words} words */
function mention({ document, start, end }) {
  return `${document.path.replace(/^document\//, "mention/")}/${start}-${end}`;
}

/**
 * @param {Words} words
 * @returns {Statements}
 */
function selected({ document, start, end, text, lang }) {
  return [
    ["a", ["cmq:Mention"]],
    ["cmq:inDocument", [`<${document.path}>`]],
    ["cmq:language", lang === "und" ? [] : [literal(lang)]],
    [
      "oa:hasSelector",
      [
        `[ a oa:TextPositionSelector ; oa:start ${start} ; oa:end ${end} ]`,
        `[ a oa:TextQuoteSelector ; oa:exact ${literal(text)} ]`,
      ],
    ],
  ];
}
