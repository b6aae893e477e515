// Names of plans that were put aside.

/** A short number that ends a name, behind a space. */
const COUNTED = /^(.*\S) (\d{1,2})$/;

/** The name itself if nobody has it, else with the next number that is free. */
export function freeName(wished, taken, longest) {
  if (!taken.includes(wished)) return wished;
  const [, stem, last] = COUNTED.exec(wished) ?? [null, wished, 1];
  let number = Number(last);
  let name = wished;
  while (taken.includes(name)) {
    number += 1;
    const end = ` ${number}`;
    name = stem.slice(0, longest - end.length).trimEnd() + end;
  }
  return name;
}
