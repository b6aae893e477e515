// Texts by key, as Python sends them; the module holds none.

const PREFIX = "panel-";

/** A function that says a text of a language; `prefix` begins every key of a page. */
export function speaker(words, lang, prefix = PREFIX) {
  const texts = words[lang] ?? {};
  const say = (key, facts = {}) => {
    const text = texts[prefix + key];
    if (text === undefined) throw new RangeError(`no text ${prefix}${key} (${lang})`);
    return text.replace(/\{(\w+)\}/g, (gap, name) => (name in facts ? String(facts[name]) : gap));
  };
  say.has = (key) => prefix + key in texts;
  // An error bears the key of its sentence, which belongs to the whole kit.
  say.error = ({ key, facts }) => (say.has(key) ? say(key, facts) : say("error", { key }));
  return say;
}

/** How a code of the company reads in a language; the code itself if it has no label. */
export function labelOf(company, code, lang) {
  return company.labels[code]?.[lang] ?? code;
}

/** A word at the beginning of a line. */
export function capital(word, lang) {
  const [first = "", ...rest] = word;
  return first.toLocaleUpperCase(lang) + rest.join("");
}
