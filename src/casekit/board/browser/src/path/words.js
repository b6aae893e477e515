// Texts of the page by key, as the file carries them; the program holds none.

const PREFIX = "path-";

/** A function that says a text. */
export function speaker(words) {
  return (key, facts = {}) => {
    const text = words[PREFIX + key];
    if (text === undefined) throw new RangeError(`no text ${PREFIX}${key}`);
    return text.replace(/\{(\w+)\}/g, (gap, name) => (name in facts ? String(facts[name]) : gap));
  };
}
