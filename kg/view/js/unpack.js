/** What stands packed in the page: deflated (RFC 1950) and in base64. */

/**
 * @param {string} id of the element that holds it
 * @returns {Promise<string>}
 */
export async function unpacked(id) {
  const coded = atob(element(id).textContent ?? "");
  const bytes = new Uint8Array(coded.length);
  for (let i = 0; i < coded.length; i += 1) bytes[i] = coded.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

/**
 * The element of an id, which the page's template holds.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element '${id}'`);
  return found;
}
