// Names of elements that are the page's own: a notebook may show several boards, each of which
// has its own copy of this module, so that counting would give the same name twice.

import { useState } from "preact/hooks";

export const unique = () => `ckb-${Math.random().toString(36).slice(2, 12)}`;

/** A name that a part of the board keeps. */
export function useUnique() {
  return useState(unique)[0];
}
