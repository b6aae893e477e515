// What the file carries: the case, read at once; Python, once the whole file has been read.

/** The case: notebooks, texts, words. */
export function embeddedCase() {
  return JSON.parse(document.getElementById("case").textContent);
}

/** Python's files, as they stand in the page, and the worker's program. */
export async function embeddedPython() {
  await wholePage();
  const files = {};
  for (const part of document.querySelectorAll("script[data-file]")) {
    const { file, kind, gzip } = part.dataset;
    files[file] = { text: part.textContent.trim(), kind, gzip: gzip !== undefined };
  }
  return { files, worker: document.getElementById("worker").textContent };
}

function wholePage() {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
  });
}
