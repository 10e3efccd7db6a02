/** A citation of what a document says. */

/**
 * @param {import("./app.js").App} app
 * @param {import("./model.js").Words} words
 * @param {import("./model.js").Fact | null} fact
 */
export function citation({ labels, model }, words, fact) {
  const { document, start, end, text } = words;
  const quoted = text.replace(/\s+/g, " ").trim();
  const parts = [
    `“${quoted}”`,
    document.headline,
    document.published,
    document.source || document.id,
    labels.say("characters", { start, end }),
  ];
  const link = fact ? model.base + fact.path : model.base + document.path;
  return `${parts.filter(Boolean).join(". ")}. ${labels.say("cited-from", { link })}`;
}
