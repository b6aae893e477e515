// What a cell shows, kept as notebooks keep it.

/** Adds an output; a stream that goes on is one text. */
export function withOutput(outputs, output) {
  const last = outputs.at(-1);
  if (
    output.output_type === "stream" &&
    last?.output_type === "stream" &&
    last.name === output.name
  ) {
    return [...outputs.slice(0, -1), { ...last, text: last.text + output.text }];
  }
  return [...outputs, output];
}

/** Text without the signs with which terminals colour it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals colour by control characters
export const plainText = (text) => text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, "");

/** An error as a line and, if there is more, the whole of it. */
export function errorOf({ ename, evalue, traceback }) {
  const whole = plainText((traceback ?? []).join("\n")).trim();
  // A sentence of the case stands for the whole; Python's own tale begins with a rule.
  if (whole && !/^-{20,}|Traceback \(most recent/m.test(whole)) return { line: whole, whole: "" };
  return { line: evalue ? `${ename}: ${evalue}` : ename, whole };
}

/** The part of a bundle to be shown, best first; widgets only if Python still knows them. */
export function partOf(data, knows) {
  const widget = data["application/vnd.jupyter.widget-view+json"];
  if (widget && knows(widget.model_id)) return ["widget", widget.model_id];
  for (const mime of ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown"]) {
    if (data[mime] !== undefined) return [mime, textOf(data[mime])];
  }
  // A record for the grader, and nothing to look at.
  if (data["text/plain"] === undefined) return null;
  return ["text/plain", textOf(data["text/plain"])];
}

const textOf = (value) => (Array.isArray(value) ? value.join("") : String(value));
