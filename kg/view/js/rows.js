/** What is shown as rows, and the SPARQL query that gives the same rows. */

import { timeKey } from "./model.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./model.js").Fact} Fact */
/** @typedef {import("./model.js").Thing} Thing */

/**
 * The participations that are shown, by event and actor.
 * @param {App} app
 * @returns {(Fact & {one: Thing, other: Thing})[]}
 */
function parts({ view }) {
  const found = [...view.facts].filter(
    ({ what, one, other }) =>
      what === "participation" && one && other && view.things.has(one) && view.things.has(other),
  );
  const complete = /** @type {(Fact & {one: Thing, other: Thing})[]} */ (found);
  const key = (/** @type {Fact} */ { one, other, code }) =>
    `${timeKey(other?.event?.start ?? "")} ${other?.path} ${one?.path} ${code}`;
  return complete.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Who took part in what, in what capacity, as CSV (RFC 4180), with the words that say so.
 * @param {App} app
 */
export function csv(app) {
  const { labels, model } = app;
  const heads = [
    "event",
    "actor",
    "capacity",
    "start",
    "event_name",
    "actor_name",
    "capacity_name",
    "end",
    "place",
    "status",
    "document",
    "words_start",
    "words_end",
    "words",
  ];
  const rows = parts(app).map(({ one, other, code, words: [words] }) => [
    model.base + other.path,
    model.base + one.path,
    code,
    other.event?.start ?? "",
    labels.name(other),
    labels.name(one),
    labels.of(code),
    other.event?.end ?? "",
    labels.of(other.event?.place ?? ""),
    labels.of(other.event?.status ?? ""),
    words?.document.id ?? "",
    words?.start ?? "",
    words?.end ?? "",
    words?.text ?? "",
  ]);
  return [heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/**
 * A cell; one that a spreadsheet would take for a formula begins with an apostrophe.
 * @param {string | number} value
 */
function cell(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The query whose rows (event, actor, capacity, start) are those of `csv`: each filter as a part of it, a neighbourhood
 * or chain by the names of its things.
 * @param {App} app
 */
export function sparql({ model, state, view }) {
  const { type, kind, country, topic, source, language, status, capacity, since, until, sure } = state;
  const iri = (/** @type {string} */ path) => (path.includes("/") ? `<${model.base}${path}>` : `cmq:${path}`);
  const lines = [
    "PREFIX cmq: <https://w3id.org/communique/ontology#>",
    "PREFIX prov: <http://www.w3.org/ns/prov#>",
    "",
    "SELECT DISTINCT ?event ?actor ?capacity ?start",
    "WHERE {",
    "  ?event cmq:hasParticipation ?part .",
    "  ?part cmq:participant ?actor ; cmq:capacity ?capacity .",
    "  OPTIONAL { ?event cmq:startDate ?start }",
  ];
  const oneOf = (/** @type {string[]} */ values, /** @type {string} */ variable, /** @type {string} */ pattern) => {
    if (values.length)
      lines.push(`  FILTER EXISTS { VALUES ?${variable} { ${values.map(iri).join(" ")} } ${pattern} }`);
  };
  if (type.length)
    lines.push(`  FILTER(${classes(type, ACTORS, "actor")})`, `  FILTER(${classes(type, EVENTS, "event")})`);
  oneOf(kind, "kind", "?actor cmq:kind ?kind");
  oneOf(kind, "type", "?event cmq:eventType ?type");
  oneOf(country, "country", "?actor cmq:country|cmq:hasRole/cmq:country|cmq:hasRole/cmq:roleIn/cmq:country ?country");
  oneOf(topic, "topic", "?event cmq:about ?topic");
  oneOf(status, "status", "?event cmq:status ?status");
  oneOf(
    capacity.map((code) => (code.startsWith("capacity-") ? code : "none")),
    "wanted",
    "?part cmq:capacity ?wanted",
  );
  if (source.length || language.length) {
    const from = source.length
      ? `VALUES ?document { ${source.map(iri).join(" ")} } ?words cmq:inDocument ?document . `
      : "";
    const said = language.length
      ? `VALUES ?lang { ${language.map((code) => `"${code}"`).join(" ")} } ?words cmq:language ?lang . `
      : "";
    for (const fact of ["part", "event"])
      lines.push(`  FILTER EXISTS { ${from}${said}?${fact} prov:wasDerivedFrom ?words }`);
  }
  if (since || until) {
    lines.push("  OPTIONAL { ?event cmq:endDate ?end }");
    if (since) lines.push(`  FILTER(SUBSTR(CONCAT(STR(COALESCE(?end, ?start)), "-12"), 1, 7) >= "${since}")`);
    if (until) lines.push(`  FILTER(SUBSTR(CONCAT(STR(COALESCE(?start, ?end)), "-01"), 1, 7) <= "${until}")`);
  }
  if (sure)
    for (const fact of ["part", "event"])
      lines.push(`  FILTER NOT EXISTS { ?${fact} cmq:confidence ?sure FILTER(?sure < ${sure}) }`);
  if (state.around || (state.from && state.to)) {
    for (const [name, events] of /** @type {const} */ ([
      ["event", true],
      ["actor", false],
    ])) {
      lines.push(
        `  VALUES ?${name} { ${[...view.things]
          .filter(({ event }) => Boolean(event) === events)
          .map(({ path }) => iri(path))
          .join(" ")} }`,
      );
    }
  }
  return [...lines, "}", "ORDER BY ?start ?event ?actor ?capacity"].join("\n") + "\n";
}

/** What a type is in the graph. @type {Record<string, string>} */
const ACTORS = {
  person: "a cmq:Person",
  office: "a cmq:Office",
  state: "cmq:kind cmq:kind-state",
  organisation: "a cmq:Organisation . FILTER NOT EXISTS { ?actor cmq:kind cmq:kind-state }",
};
/** @type {Record<string, string>} */
const EVENTS = {
  meeting: "a cmq:Meeting",
  election: "cmq:eventType cmq:type-election",
  other:
    "a cmq:Event . FILTER NOT EXISTS { ?event a cmq:Meeting } FILTER NOT EXISTS { ?event cmq:eventType cmq:type-election }",
};

/**
 * @param {string[]} types
 * @param {Record<string, string>} known
 * @param {string} variable
 */
function classes(types, known, variable) {
  const wanted = types.flatMap((type) => (known[type] ? [`EXISTS { ?${variable} ${known[type]} }`] : []));
  return wanted.join(" || ") || "false";
}
