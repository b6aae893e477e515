// anywidget's front end comes as a module for a loader of the old kind, which this stands in for.
export const defined = [];
globalThis.define = (needs, factory) => defined.push({ needs, factory });
