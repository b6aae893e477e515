// Python of the one-file page, in a worker of its own: nothing is fetched, every file is handed in.
//
// The page opened from disk has no address that a worker may load scripts from, so that modules
// are imported from addresses that the worker makes itself, and what Python's runtime would fetch
// is taken from memory.
import { unpack } from "./tar.js";

const NOWHERE = "https://casekit.invalid/";
const FOLDER = "/case/notebooks/";
const STEPS = ["unpack", "python", "libraries", "company"];

let python = null;
let kernel = null;
let warming = 0;

const progress = (step) => postMessage({ kind: "progress", step, of: STEPS.length });

/** Bytes of an embedded file. */
async function decoded({ text, gzip }) {
  const packed = Uint8Array.fromBase64
    ? Uint8Array.fromBase64(text)
    : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return gzip ? inflated(packed) : packed;
}

async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Python's runtime fetches its own files; they lie in memory. */
function fetchFromMemory(files) {
  const types = { wasm: "application/wasm", zip: "application/zip" };
  globalThis.fetch = async (asked) => {
    const url = String(asked?.url ?? asked);
    const name = url.startsWith(NOWHERE) ? url.slice(NOWHERE.length) : "";
    if (!(name in files)) throw new TypeError(`not in the page: ${url}`);
    return new Response(files[name], {
      headers: { "Content-Type": types[name.split(".").at(-1)] ?? "application/octet-stream" },
    });
  };
}

/** A module of the page's files. */
function moduleOf(bytes) {
  return import(URL.createObjectURL(new Blob([bytes], { type: "text/javascript" })));
}

/** The runtime refuses classic workers, which it knows by their way to load scripts. */
function seemAModule() {
  Object.defineProperty(globalThis, "importScripts", {
    value: () => {
      throw new TypeError("this worker loads modules only");
    },
  });
}

async function start({ files: packed, lang, kept }) {
  progress(1);
  const names = Object.keys(packed);
  const contents = await Promise.all(names.map((name) => decoded(packed[name])));
  const files = Object.fromEntries(names.map((name, at) => [name, contents[at]]));
  const archives = names.filter((name) => packed[name].kind === "archive");
  const unpacked = Promise.all(archives.map((name) => inflated(files[name])));
  for (const name of archives) delete files[name];
  progress(2);
  seemAModule();
  fetchFromMemory(files);
  const [loader, runtime] = await Promise.all([
    moduleOf(files["pyodide.mjs"]),
    moduleOf(files["pyodide.asm.mjs"]),
  ]);
  python = await loader.loadPyodide({
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    lockFileContents: new TextDecoder().decode(files["pyodide-lock.json"]),
    createPyodideModule: runtime.default,
    env: {
      HOME: "/home/reader",
      CASEKIT_LANG: lang,
      CASEKIT_STATE: "/case/state",
      MPLBACKEND: "module://matplotlib_inline.backend_inline",
    },
  });
  progress(3);
  for (const archive of await unpacked) unpack(archive, python.FS);
  python.runPython("import importlib; importlib.invalidate_caches()");
  const post = (text, buffers) => {
    const bytes = buffers.toJs();
    buffers.destroy();
    postMessage({ ...JSON.parse(text), buffers: bytes });
  };
  const folder = FOLDER + lang;
  python.FS.mkdirTree(folder);
  for (const [name, bytes] of Object.entries(kept)) {
    python.FS.writeFile(`${folder}/${name}`, bytes);
  }
  kernel = python.pyimport("casekit.inpage").PageKernel(post, folder, lang);
  progress(4);
  kernel.load_company();
  postMessage({
    kind: "ready",
    versions: { ...JSON.parse(kernel.versions()), pyodide: python.version },
  });
  warm();
}

/** While the reader reads, what the first cells will import is imported, a piece at a time. */
function warm() {
  warming = setTimeout(() => {
    if (kernel.warm()) warm();
  }, 20);
}

const deeds = {
  start,
  async run({ id, notebook, code }) {
    clearTimeout(warming);
    const ok = await kernel.run(id, notebook, code);
    postMessage({ kind: "done", id, ok });
  },
  comm({ comm, data, buffers }) {
    const bytes = (buffers ?? []).map((each) => new Uint8Array(each.buffer ?? each));
    kernel.comm(comm, JSON.stringify(data), python.toPy(bytes));
    postMessage({ kind: "heard" });
  },
  write({ name, bytes }) {
    kernel.write(name, python.toPy(bytes));
  },
};

// One deed after another, as a kernel does; a cell that waits would let others in between.
let queue = Promise.resolve();
self.onmessage = ({ data }) => {
  queue = queue.then(async () => {
    try {
      await deeds[data.do](data);
    } catch (fault) {
      const text = String(fault?.message ?? fault).slice(-4000);
      postMessage({ kind: "fault", deed: data.do, id: data.id ?? null, text });
      if (data.do === "comm") postMessage({ kind: "heard" });
    }
  });
};
