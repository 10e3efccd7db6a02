/** What each kind of thing looks like: an outline by type, a mark in it by kind, so that colour says nothing alone. */

/** @typedef {import("./model.js").Thing} Thing */
/** @typedef {[number, number][]} Line points from -1 to 1, y downwards */
/** @typedef {{colour: string, outline: Line | null, mark: Line[], hollow: boolean, planned: boolean}} Look */

/**
 * A regular polygon.
 * @param {number} corners
 * @param {number} turn of its first corner, in parts of a whole turn
 * @param {number} [inner] radius of the corners of a star between its rays
 * @returns {Line}
 */
function polygon(corners, turn, inner = 0) {
  const count = inner ? corners * 2 : corners;
  return Array.from({ length: count }, (_, i) => {
    const angle = 2 * Math.PI * (i / count + turn);
    const radius = inner && i % 2 ? inner : 1;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

const SQUARE = polygon(4, 1 / 8);

/** @type {Record<string, {outline: Line | null, colour: string, hollow?: boolean}>} */
const TYPES = {
  person: { outline: null, colour: "person" },
  office: { outline: null, colour: "office", hollow: true },
  organisation: { outline: SQUARE, colour: "organisation" },
  state: {
    outline: [
      [-0.85, -0.85],
      [0.85, -0.85],
      [0.85, 0.2],
      [0, 1],
      [-0.85, 0.2],
    ],
    colour: "state",
  },
  meeting: { outline: polygon(4, 0), colour: "meeting" },
  election: { outline: polygon(5, -1 / 4, 0.45), colour: "election" },
  other: { outline: polygon(3, 1 / 4), colour: "other" },
};

/** @type {Line} */
const BAR = [
  [-0.4, 0],
  [0.4, 0],
];
/** @type {Line} */
const POST = [
  [0, -0.4],
  [0, 0.4],
];
/** Marks by kind of organisation and type of meeting; a kind without a mark stays plain. @type {Record<string, Line[]>} */
const MARKS = {
  "kind-international": [
    polygon(12, 0)
      .concat([[1, 0]])
      .map(([x, y]) => [x * 0.42, y * 0.42]),
  ],
  "kind-ministry": [BAR],
  "kind-government": [
    [
      [-0.4, -0.18],
      [0.4, -0.18],
    ],
    [
      [-0.4, 0.18],
      [0.4, 0.18],
    ],
  ],
  "kind-parliament": [
    [
      [-0.35, -0.4],
      [-0.35, 0.4],
    ],
    POST,
    [
      [0.35, -0.4],
      [0.35, 0.4],
    ],
  ],
  "kind-election-body": [
    [
      [-0.4, 0],
      [-0.1, 0.32],
      [0.42, -0.34],
    ],
  ],
  "kind-court": [BAR, POST],
  "kind-embassy": [
    [
      [-0.3, 0.42],
      [-0.3, -0.4],
      [0.38, -0.2],
      [-0.3, 0],
    ],
  ],
  "kind-party": [
    [
      [-0.35, 0.35],
      [0.35, -0.35],
    ],
  ],
  "kind-ngo": [
    [
      [-0.35, 0.35],
      [0.35, -0.35],
    ],
    [
      [-0.35, -0.35],
      [0.35, 0.35],
    ],
  ],
  "kind-company": [
    [
      [-0.4, 0.35],
      [-0.4, -0.05],
      [0, 0.2],
      [0, -0.05],
      [0.4, 0.2],
    ],
  ],
  "kind-education": [
    [
      [-0.4, 0.2],
      [0, -0.3],
      [0.4, 0.2],
    ],
  ],
  "kind-media": [
    [
      [-0.4, -0.2],
      [0, 0.3],
      [0.4, -0.2],
    ],
  ],
  "type-session": [BAR],
  "type-dialogue": [
    [
      [-0.35, -0.14],
      [0.35, -0.14],
    ],
    [
      [-0.35, 0.14],
      [0.35, 0.14],
    ],
  ],
  "type-conference": [
    [
      [-0.3, 0.16],
      [0, -0.3],
      [0.3, 0.16],
      [-0.3, 0.16],
    ],
  ],
  "type-training": [
    [
      [-0.32, 0.16],
      [0, -0.22],
      [0.32, 0.16],
    ],
  ],
  "type-visit": [
    [
      [-0.4, 0],
      [0.4, 0],
    ],
    [
      [0.12, -0.26],
      [0.4, 0],
      [0.12, 0.26],
    ],
  ],
  "type-call": [
    polygon(8, 0)
      .concat([[1, 0]])
      .map(([x, y]) => [x * 0.26, y * 0.26]),
  ],
};

/**
 * @param {string} type
 * @param {string} kind a key of labels
 * @param {boolean} [planned]
 * @returns {Look}
 */
export function look(type, kind, planned = false) {
  const { outline, colour, hollow = false } = TYPES[type] ?? TYPES.other;
  return { outline, colour, mark: MARKS[kind] ?? [], hollow: hollow || planned, planned };
}

/** @param {Thing} thing */
export function lookOf(thing) {
  return look(thing.type, thing.kind, thing.event?.status === "status-planned");
}

/**
 * Half the width of a thing in the drawing: the area grows with the number of things that it is linked with.
 * @param {Thing} thing
 */
export function sizeOf(thing) {
  return 11 + 2.6 * Math.sqrt(Math.min(thing.weight, 60));
}

/**
 * The parts of a look as SVG paths around 0,0.
 * @param {Look} looks
 * @param {number} size
 */
export function paths({ outline, mark }, size) {
  const at = (/** @type {[number, number]} */ [x, y]) => `${(x * size).toFixed(1)} ${(y * size).toFixed(1)}`;
  const line = (/** @type {Line} */ points) => `M${points.map(at).join("L")}`;
  const r = (size * 0.85).toFixed(1);
  const round = `M${r} 0A${r} ${r} 0 1 1 -${r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
  return { outline: outline ? `${line(outline)}Z` : round, mark: mark.map(line).join("") };
}

/** How a line is drawn, by the capacity in which an actor takes part. @typedef {{width: number, dashes: number[], colour: string}} Stroke */

/** From the strongest to the weakest; an edge with several capacities is drawn as the first. @type {[string[], Stroke][]} */
export const STROKES = [
  [["capacity-chair"], { width: 6.5, dashes: [], colour: "edge" }],
  [["capacity-organiser", "capacity-host"], { width: 5.5, dashes: [14, 5], colour: "edge" }],
  [["capacity-head-of-delegation"], { width: 4.5, dashes: [16, 4, 3, 4], colour: "edge" }],
  [["elected"], { width: 3.5, dashes: [], colour: "election" }],
  [["capacity-attendee"], { width: 2.2, dashes: [], colour: "edge" }],
  [["capacity-invited"], { width: 2.2, dashes: [9, 8], colour: "edge" }],
  [["role"], { width: 2.2, dashes: [2, 5], colour: "edge" }],
  [["part-of", "concerns"], { width: 2.2, dashes: [2, 5], colour: "meeting" }],
];

/**
 * @param {string[]} capacities of an edge
 * @returns {Stroke}
 */
export function stroke(capacities) {
  const found = STROKES.find(([codes]) => codes.some((code) => capacities.includes(code)));
  return found?.[1] ?? { width: 2.2, dashes: [], colour: "edge" };
}
