// Numbers as the reader's language writes them, and as readers type them.

const MILLION_KRUB = 1000;
const MINUS = "\u2212";
/** Chances that are told where Python names none; none of them is sure. */
const TENTHS = Array.from({ length: 9 }, (_, k) => [k + 1, 10]);
const formats = new Map();

function written(value, digits, lang) {
  const key = `${lang} ${digits}`;
  if (!formats.has(key)) {
    const how = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    formats.set(key, new Intl.NumberFormat(lang, how));
  }
  // Nought has no sign, also when it was rounded to.
  const shown = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
  return formats.get(key).format(shown).replace("-", MINUS);
}

export const isKnown = (value) => typeof value === "number" && Number.isFinite(value);

/** Formatters of a language. `say` gives the patterns of money, shares and chances. */
export function formatter(lang, say, company) {
  const { currency, chances } = company;
  const unknown = () => say("unknown");
  const plus = (text) => (/[1-9]/.test(text) && !text.startsWith(MINUS) ? `+${text}` : text);

  const number = (value, digits = 0) => (isKnown(value) ? written(value, digits, lang) : unknown());
  const signed = (value, digits = 0) => (isKnown(value) ? plus(number(value, digits)) : unknown());
  const percent = (share, digits = 0) =>
    isKnown(share) ? say("percent", { number: number(100 * share, digits) }) : unknown();

  function money(krub, withSign = false) {
    if (!isKnown(krub)) return unknown();
    const large = Math.abs(krub) >= MILLION_KRUB;
    const value = Math.abs(large ? krub / MILLION_KRUB : krub);
    const digits = Math.max(0, 3 - String(Math.trunc(value)).length);
    const told =
      value === 0
        ? number(0)
        : number(value, large || value < 10 ? Math.min(digits, large ? 2 : 1) : 0);
    const zero = !/[1-9]/.test(told);
    const sign = zero ? "" : krub < 0 ? MINUS : withSign ? "+" : "";
    return say(large ? "money-millions" : "money-thousands", { sign, number: told, currency });
  }

  /** A chance in words, or as short as can be. */
  function chance(share, as = "chance-told") {
    if (!isKnown(share)) return unknown();
    const told = chances?.length ? chances : TENTHS;
    const far = ([count, of]) => Math.abs(count / of - share);
    const [count, of] = told.reduce((best, next) => (far(next) < far(best) ? next : best));
    return say(as, { count, of });
  }

  const hours = (value, digits = 1) =>
    isKnown(value) ? say("hours", { number: number(value, digits) }) : unknown();

  return { number, signed, percent, money, chance, hours };
}

/** The number a reader typed, with a comma or a point and any spaces; null if it is none. */
export function typed(text) {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(MINUS, "-")
    .replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** Decimals that tell the ticks of an axis apart: a step of 0.5 needs one, of 5 none. */
export function tickDigits(step) {
  if (!(step > 0)) return 0;
  let digits = 0;
  while (digits < 6 && Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) > 1e-6) {
    digits += 1;
  }
  return digits;
}
