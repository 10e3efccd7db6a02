"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { things, edges, words, documents } = read("data");
  const drawing = read("drawing");
  const at = (id) => document.getElementById(id);
  const details = at("details");
  const SHOWN = 20;

  // Texts of documents come into the page here, and here only as text.
  const make = (tag, text, parent, attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  };

  // ---- the drawing: colours are those of page.css, so that they follow the reader's light or dark
  const style = (edge) => ({
    strong: { width: 5 }, plain: { width: 2 }, weak: { width: 2, dashes: [14, 10] },
    role: { width: 2, dashes: [3, 7] }, link: { width: 2, dashes: [3, 7] },
  })[edge.style];
  const nodes = new vis.DataSet(drawing.nodes);
  const lines = new vis.DataSet(drawing.edges.map((edge) => ({ ...edge, ...style(edge), arrows: "" })));
  const themed = () => {
    const css = getComputedStyle(document.documentElement);
    const colour = (name) => css.getPropertyValue(`--${name}`).trim();
    const groups = {};
    for (const { group } of drawing.nodes) {
      const kind = group.replace("-planned", "");
      const planned = kind !== group;
      const fill = planned ? colour("ground") : colour(kind);
      const look = { background: fill, border: colour(kind) };
      groups[group] = {
        color: { ...look, highlight: { background: fill, border: colour("text") }, hover: look },
        borderWidth: 2, borderWidthSelected: 5, shapeProperties: { borderDashes: planned ? [5, 4] : false },
      };
    }
    lines.update(drawing.edges.map(({ id, style: kind }) => (
      { id, color: { color: colour(kind === "link" ? "meeting" : "edge"), highlight: colour("accent") } })));
    return {
      groups,
      nodes: { font: { size: 22, color: colour("text"), strokeWidth: 5, strokeColor: colour("ground") } },
    };
  };
  const network = new vis.Network(at("network"), { nodes, edges: lines }, {
    ...themed(),
    physics: { enabled: false },
    edges: { smooth: false },
    interaction: { hover: true, dragNodes: true, keyboard: false },
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => network.setOptions(themed()));

  // ---- what is told of a thing or a line
  const button = (path, parent) => make("button", things[path].label, parent, { type: "button", "data-thing": path });
  const quote = (number, parent) => {
    const [source, start, end, text, lang] = words[number];
    const block = make("blockquote", "", parent);
    make("q", text, block, lang === "und" ? {} : { lang });
    make("footer", `${documents[source]}, characters ${start}–${end}`, block);
  };
  const open = (heading) => {
    at("legend").open = false;
    details.replaceChildren();
    make("h2", heading, details);
    details.scrollTop = 0;
  };
  const showThing = (path) => {
    const thing = things[path];
    open(thing.label);
    for (const line of thing.lines) make("p", line, details);
    if (thing.names.length) {
      make("h3", "Also called", details);
      const list = make("dl", "", details);
      for (const [lang, name] of thing.names) {
        make("dt", lang, list);
        make("dd", name, list, lang === "und" ? {} : { lang });
      }
    }
    if (!thing.facts.length) return;
    make("h3", "What the documents say", details);
    const list = make("ul", "", details);
    for (const fact of thing.facts) {
      const item = make("li", fact.thing ? `${fact.text} · ` : fact.text, list);
      if (fact.thing) button(fact.thing, item);
      for (const number of fact.words) quote(number, item);
    }
  };
  const showEdge = (edge) => {
    open(edge.text);
    const ends = make("p", "", details);
    button(edge.from, ends);
    ends.append(" – ");
    button(edge.to, ends);
    for (const number of edge.words) quote(number, details);
  };

  // ---- choosing
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const choose = (path) => {
    showThing(path);
    if (nodes.get(path)) {
      network.selectNodes([path]);
      network.focus(path, { scale: Math.max(network.getScale(), 0.8), animation: !still() });
    } else {
      network.unselectAll();
    }
  };
  const reveal = () => details.scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) showThing(node);
    else if (edge !== undefined) showEdge(edges[edge]);
    else return;
    reveal();
  });
  document.addEventListener("click", ({ target }) => {
    const path = target.closest("[data-thing]")?.dataset.thing;
    if (path === undefined) return;
    at("results").replaceChildren();
    choose(path);
    details.focus({ preventScroll: true });
    reveal();
  });
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: !still() });
  at("closer").addEventListener("click", () => zoom(1.4));
  at("farther").addEventListener("click", () => zoom(1 / 1.4));
  at("whole").addEventListener("click", () => network.fit({ animation: !still() }));

  // ---- search: without case and accents, in every name; whole names first, as events are named by their actors
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const index = Object.entries(things).flatMap(([path, thing]) =>
    [thing.label, ...thing.names.map(([, name]) => name), ...thing.lines].map((name) => [plain(name), name, path]));
  at("query").addEventListener("input", ({ target }) => {
    const wanted = plain(target.value.trim());
    const found = new Map();
    for (const [key, name, path] of wanted ? index : []) {
      const rank = key === wanted ? 0 : key.startsWith(wanted) ? 1 : 2;
      if (key.includes(wanted) && rank < (found.get(path)?.rank ?? 3)) found.set(path, { name, rank });
    }
    at("results").replaceChildren();
    const best = [...found].sort(([, one], [, other]) => one.rank - other.rank);
    for (const [path, { name }] of best.slice(0, SHOWN)) {
      const result = button(path, make("li", "", at("results")));
      if (name !== things[path].label) make("small", ` ${name}`, result);
    }
    if (wanted && !found.size) make("li", "Nothing of this name", at("results"));
  });
  at("query").addEventListener("keydown", ({ key }) => {
    if (key === "Enter") at("results").querySelector("button")?.click();
    if (key === "Escape") at("results").replaceChildren();
  });

  if (matchMedia("(max-width: 52rem)").matches) at("legend").open = false;
  if (drawing.focus) choose(drawing.focus);
})();
