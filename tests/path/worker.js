// Stands in for the page's worker: it speaks as Python does, and does what a cell's lines ask for.
const files = new Map();
const post = (message) => postMessage({ buffers: [], ...message });
const bytes = (text) => new TextEncoder().encode(text);

const lines = {
  say: (id, text) => output(id, { output_type: "stream", name: "stdout", text: `${text}\n` }),
  html: (id, html) => output(id, { output_type: "display_data", metadata: {}, data: { "text/html": html, "text/plain": "?" } }),
  fail: (id, text) => output(id, { output_type: "error", ename: "ValueError", evalue: text, traceback: ["-".repeat(75), "Traceback of it all"] }),
  told: (id, text) => output(id, { output_type: "error", ename: "NameError", evalue: "x", traceback: [text] }),
  append: (id, text) => {
    const [name, ...rest] = text.split(" ");
    files.set(name, `${files.get(name) ?? ""}${rest.join(" ")}\n`);
    post({ kind: "files", names: [name], buffers: [bytes(files.get(name))] });
  },
  read: (id, name) => lines.say(id, files.get(name) ?? "nothing"),
  names: (id) => lines.say(id, [...files.keys()].sort().join(" ")),
  crash: () => {
    setTimeout(() => {
      throw new Error("out of memory");
    });
  },
};

function output(id, made) {
  post({ kind: "output", id, output: made });
}

onmessage = ({ data }) => {
  if (data.do === "start") {
    if (Object.keys(data.files).includes("asleep")) return post({ kind: "progress", step: 2, of: 4 });
    for (const [name, content] of Object.entries(data.kept)) files.set(name, new TextDecoder().decode(content));
    post({ kind: "ready", versions: { python: "3.14" } });
  } else if (data.do === "write") files.set(data.name, new TextDecoder().decode(data.bytes));
  else if (data.do === "run") {
    let ok = true;
    let ends = true;
    for (const line of data.code.split("\n")) {
      const [deed, ...rest] = line.replace(/^ck\.\w+\("(.*)"\)$/, "names").split(" ");
      if (deed === "ever" || deed === "crash") ends = false;
      if (deed === "fail" || deed === "told") ok = false;
      lines[deed]?.(data.id, rest.join(" "));
    }
    if (ends) post({ kind: "done", id: data.id, ok });
  }
};
