/** Unpacks what the page holds, and starts. */

import { App } from "./app.js";
import { decoded } from "./model.js";
import { element, unpacked } from "./unpack.js";

async function start() {
  const [library, data, words] = await Promise.all(["vis", "data", "words"].map(unpacked));
  // The policy allows the library by its hash.
  const script = document.createElement("script");
  script.textContent = library;
  document.head.append(script);
  new App(decoded(JSON.parse(data)), JSON.parse(words)).start();
}

start().catch((error) => {
  element("panel").textContent = String(error);
  throw error;
});
