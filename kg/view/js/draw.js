/** The drawing: vis-network moves and zooms it; what things look like and where they stand is ours. */

import { capacity } from "./filter.js";
import { lettering } from "./lettering.js";
import { bubble, painted } from "./paint.js";
import { arranged, columns, placed } from "./place.js";
import { sizeOf, stroke } from "./shapes.js";
import { element } from "./unpack.js";

/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {import("./model.js").Edge} Edge */
/** @typedef {import("./choose.js").Drawn} Drawn */
/** @typedef {import("./choose.js").Group} Group */
/** @typedef {import("./words.js").Labels} Labels */
/** @typedef {import("./place.js").Point} Point */
/** @typedef {import("./choose.js").Shared} Shared */
/** @typedef {{thing?: Thing, edge?: Edge, group?: Group, shared?: Shared}} Hit */

const GROUP = "group:";
const [MARGIN_X, MARGIN_Y] = [70, 60]; // pixels around everything, for labels
const COLOURS = [
  "ground",
  "raised",
  "text",
  "quiet",
  "edge",
  "accent",
  "person",
  "organisation",
  "state",
  "office",
  "meeting",
  "election",
  "other",
];

export class Drawing {
  /**
   * @param {Labels} labels
   * @param {(hit: Hit) => void} choose
   */
  constructor(labels, choose) {
    this.labels = labels;
    /** @type {Map<vis.Id, Thing>} */
    this.things = new Map();
    /** @type {Map<vis.Id, Edge>} */
    this.edges = new Map();
    /** @type {Map<vis.Id, Group>} */
    this.groups = new Map();
    /** @type {Map<vis.Id, Shared>} */
    this.shared = new Map();
    /** @type {Record<string, string>} */
    this.colours = {};
    /** @type {Map<Thing, Point>} */
    this.points = new Map();
    /** @type {vis.Id | null} */
    this.chosen = null;
    /** @type {vis.Id | null} */
    this.hovered = null;
    this.scope = "";
    this.measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    this.nodes = new vis.DataSet();
    this.lines = new vis.DataSet();
    this.network = new vis.Network(
      element("network"),
      { nodes: this.nodes, edges: this.lines },
      {
        physics: {
          enabled: false,
          solver: "forceAtlas2Based",
          stabilization: false,
          forceAtlas2Based: { springLength: 140 },
        },
        layout: { randomSeed: 1 },
        nodes: { shape: "custom", ctxRenderer: (/** @type {any} */ asked) => this.node(asked), chosen: false },
        edges: { smooth: false, chosen: false },
        interaction: { hover: true, dragNodes: true, keyboard: false, hideEdgesOnDrag: false, tooltipDelay: 1e9 },
      },
    );
    this.network.on("click", ({ nodes: [node], edges: [edge] }) => {
      if (node !== undefined)
        choose(this.groups.has(node) ? { group: this.groups.get(node) } : { thing: this.things.get(node) });
      else if (edge !== undefined && this.edges.has(edge)) choose({ edge: this.edges.get(edge) });
      else if (edge !== undefined && this.shared.has(edge)) choose({ shared: this.shared.get(edge) });
      else choose({});
    });
    this.network.on("hoverNode", ({ node }) => {
      this.hovered = node;
      this.network.redraw();
    });
    this.network.on("blurNode", () => {
      this.hovered = null;
      this.network.redraw();
    });
    this.network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => lettering(this, context));
    // For those who drive the page by program: what is drawn and where, and to open the group beside a thing.
    Object.assign(element("network"), {
      shown: () => [...this.things.keys()],
      spot: (/** @type {string} */ path) => this.network.canvasToDOM(this.network.getPositions([path])[path]),
      open: (/** @type {string} */ path) => choose({ group: this.groups.get(GROUP + path) }),
    });
    this.themed();
  }

  /** Take the colours of the style sheet, which follow the reader's light or dark. */
  themed() {
    const css = getComputedStyle(document.documentElement);
    for (const name of COLOURS) this.colours[name] = css.getPropertyValue(`--${name}`).trim();
    this.lines.update([...[...this.edges.values()].map((edge) => this.line(edge)), ...this.met()]);
    this.network.redraw();
  }

  /**
   * Draw things, lines and groups.
   * @param {Drawn} drawn
   * @param {{key: string, chain: Thing | null, near: Thing | null}} scope what the view is limited to; another one is
   *   arranged anew
   */
  show({ things, edges, groups, shared }, scope) {
    const fresh = scope.key !== this.scope;
    this.scope = scope.key;
    if (fresh || !scope.key) {
      this.points = scope.chain
        ? columns(things, edges, scope.chain)
        : scope.near
          ? arranged(things, edges)
          : placed(things, edges, fresh ? new Map() : this.points);
    } else {
      this.points = placed(things, edges, this.points);
    }
    this.things = new Map(things.map((thing) => [thing.path, thing]));
    this.edges = new Map(edges.map((edge) => [edge.key, edge]));
    this.shared = new Map(shared.map((pair) => [pair.key, pair]));
    this.groups = new Map(groups.map((group) => [`${GROUP}${group.hub?.path ?? ""}`, group]));
    const nodes = things.map((thing) => ({ id: thing.path, size: sizeOf(thing), ...this.points.get(thing) }));
    this.nodes.clear();
    this.lines.clear();
    this.nodes.add([...nodes, ...this.bubbles()]);
    this.lines.add([...edges.map((edge) => this.line(edge)), ...this.met(), ...this.tethers()]);
  }

  /** Groups, each beside its hub. */
  bubbles() {
    const all = [...this.points.values()];
    const [left, low] = [Math.min(0, ...all.map(({ x }) => x)), Math.max(0, ...all.map(({ y }) => y))];
    return [...this.groups].map(([id, { hub }]) => {
      const point = hub && this.points.get(hub);
      return {
        id,
        size: 13,
        ...(hub && point
          ? { x: point.x + sizeOf(hub) + 22, y: point.y - sizeOf(hub) - 14 }
          : { x: left, y: low + 160 }),
      };
    });
  }

  tethers() {
    return [...this.groups].flatMap(([id, { hub }]) =>
      hub ? [{ id: `${id} tether`, from: hub.path, to: id, width: 1, color: this.colours.edge }] : [],
    );
  }

  /** Lines between those who met at events that aren't drawn, the wider the more often. */
  met() {
    return [...this.shared].map(([id, { one, other, count }]) => ({
      id,
      from: one.path,
      to: other.path,
      width: 1.5 + 1.5 * Math.log2(count),
      color: { color: this.colours.edge, opacity: 0.45 },
    }));
  }

  /** @param {Edge} edge */
  line(edge) {
    const { width, dashes, colour } = stroke(edge.facts.map(capacity));
    const chosen = this.chosen === edge.key;
    return {
      id: edge.key,
      from: edge.one.path,
      to: edge.other.path,
      width: chosen ? width + 2 : width,
      dashes: dashes.length ? dashes : false,
      color: { color: this.colours[chosen ? "accent" : colour], opacity: chosen ? 1 : 0.85 },
    };
  }

  get width() {
    return element("network").clientWidth;
  }

  get height() {
    return element("network").clientHeight;
  }

  /** By how much things are drawn larger where one looks from far, so that their shapes are told apart. */
  grown() {
    return Math.min(2.5, Math.max(1, 0.72 / this.network.getScale()));
  }

  /**
   * How vis-network is to draw a node.
   * @param {{ctx: CanvasRenderingContext2D, id: vis.Id, x: number, y: number}} asked
   */
  node({ ctx, id, x, y }) {
    const thing = this.things.get(id);
    const grown = this.grown();
    const size = thing ? sizeOf(thing) : 13;
    return {
      drawNode: () => {
        ctx.translate(x, y);
        ctx.scale(grown, grown);
        if (thing) painted(this, ctx, thing, size);
        else bubble(this, ctx, this.groups.get(id)?.members.length ?? 0);
      },
      nodeDimensions: { width: size * 2 * grown, height: size * 2 * grown },
    };
  }

  /**
   * Mark what is chosen, and bring it into sight.
   * @param {string} id of a thing or an edge
   * @param {boolean} move
   */
  choose(id, move) {
    const before = this.edges.get(this.chosen ?? "");
    this.chosen = id || null;
    const edge = this.edges.get(id);
    this.lines.update([before, edge].flatMap((one) => (one ? [this.line(one)] : [])));
    const point = this.points.get(this.things.get(id) ?? edge?.one ?? /** @type {any} */ (null));
    if (move && point && this.outside(point)) {
      this.network.moveTo({ position: point, scale: Math.max(this.network.getScale(), 0.7), animation: moving() });
    }
    this.network.redraw();
  }

  /** @param {Point} point */
  outside(point) {
    const { x, y } = this.network.canvasToDOM(point);
    return x < 40 || y < 40 || x > this.width - 40 || y > this.height - 40 || this.network.getScale() < 0.35;
  }

  /** Show everything, with room for labels. */
  fit() {
    const all = [...this.points.values()];
    if (!all.length) return;
    const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const scale = Math.min(
      1.1,
      (this.width - 2 * MARGIN_X) / (right - left || 1),
      (this.height - 2 * MARGIN_Y) / (bottom - top || 1),
    );
    this.network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale: Math.max(scale, 0.02),
      animation: false,
    });
  }

  /** @param {number} factor */
  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: moving() });
  }

  /** @param {number} x @param {number} y in pixels of the window */
  pan(x, y) {
    const { x: left, y: top } = this.network.getViewPosition();
    const scale = this.network.getScale();
    this.network.moveTo({ position: { x: left + x / scale, y: top + y / scale } });
  }

  /** @param {boolean} on */
  physics(on) {
    this.network.setOptions({ physics: { enabled: on } });
  }
}

/** Whether and how the view may glide. */
function moving() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches
    ? false
    : { duration: 300, easingFunction: "easeOutQuad" };
}
