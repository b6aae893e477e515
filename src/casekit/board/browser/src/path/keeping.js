// Places of the browser in which a page may keep things: one that takes them is used.
//
// A place has `all(prefix)`, which gives a Map, and `change(key, fn)`, which replaces a value by
// what `fn` makes of it in one go, so that two tabs lose nothing of each other.
import { base64Of, bytesFrom } from "./base64.js";

const NAME = "casekit";
const STORE = "kept";
/** Milliseconds after which a database that does not answer counts as refused. */
const PATIENCE_MS = 3000;

/** The first place that keeps; `name` is `database`, `storage` or `none`. */
export async function placeToKeep() {
  for (const open of [openDatabase, openStorage]) {
    try {
      return await open();
    } catch {
      // Refused: by a setting, in a private window, or because the disk is full.
    }
  }
  return memory();
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

async function openDatabase() {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("no answer")), PATIENCE_MS);
  });
  const database = await Promise.race([done(opening), late]);
  database.onversionchange = () => database.close();
  const place = {
    name: "database",
    async all(prefix) {
      const store = database.transaction(STORE).objectStore(STORE);
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const [keys, values] = await Promise.all([
        done(store.getAllKeys(range)),
        done(store.getAll(range)),
      ]);
      return new Map(keys.map((key, at) => [key, values[at]]));
    },
    change(key, fn) {
      return new Promise((resolve, reject) => {
        const transaction = database.transaction(STORE, "readwrite");
        const store = transaction.objectStore(STORE);
        let made;
        const reading = store.get(key);
        reading.onsuccess = () => {
          try {
            made = fn(reading.result);
            if (made === undefined) store.delete(key);
            else store.put(made, key);
          } catch (fault) {
            reject(fault);
            transaction.abort();
          }
        };
        transaction.oncomplete = () => resolve(made);
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
      });
    },
  };
  await place.change("?", () => undefined);
  return place;
}

/** Values as JSON; bytes are marked. */
const toText = (value) =>
  JSON.stringify(value, (_, each) =>
    each instanceof Uint8Array ? { "base64 of bytes": base64Of(each) } : each,
  );
const fromText = (text) =>
  JSON.parse(text, (_, each) =>
    typeof each?.["base64 of bytes"] === "string" ? bytesFrom(each["base64 of bytes"]) : each,
  );

async function openStorage() {
  const storage = globalThis.localStorage;
  const place = {
    name: "storage",
    async all(prefix) {
      const found = new Map();
      for (let at = 0; at < storage.length; at++) {
        const key = storage.key(at);
        if (key.startsWith(`${NAME}/${prefix}`)) {
          found.set(key.slice(NAME.length + 1), fromText(storage.getItem(key)));
        }
      }
      return found;
    },
    async change(key, fn) {
      const kept = storage.getItem(`${NAME}/${key}`);
      const made = fn(kept === null ? undefined : fromText(kept));
      if (made === undefined) storage.removeItem(`${NAME}/${key}`);
      else storage.setItem(`${NAME}/${key}`, toText(made));
      return made;
    },
  };
  await place.change("?", () => 1);
  await place.change("?", () => undefined);
  return place;
}

/** Keeps as long as the page is open. */
export function memory() {
  const kept = new Map();
  return {
    name: "none",
    all: async (prefix) => new Map([...kept].filter(([key]) => key.startsWith(prefix))),
    async change(key, fn) {
      const made = fn(kept.get(key));
      if (made === undefined) kept.delete(key);
      else kept.set(key, made);
      return made;
    },
  };
}
