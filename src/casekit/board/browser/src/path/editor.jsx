import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  HighlightStyle,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Colours that can be told from the ground, and from each other by more than colour. */
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "#7a1fa2", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "#8a3b12" },
  { tag: [tags.number, tags.bool, tags.null], color: "#0b5c46" },
  { tag: tags.comment, color: "#5b6670", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "#0a4f8f" },
  { tag: tags.operator, color: "#444b52" },
]);

// Shift + Enter and Ctrl + Enter run a cell and are the page's.
const ours = defaultKeymap.filter(({ key }) => !/^(Shift-|Mod-|Ctrl-)?Enter$/.test(key ?? ""));
const newLine = defaultKeymap
  .filter(({ key }) => key === "Enter")
  .map(({ shift, ...binding }) => binding);

/** Code of a cell; Tab leaves it, as it leaves any field. */
export function Editor({ source, label, onInput }) {
  const place = useRef(null);
  const view = useRef(null);
  const told = useRef(onInput);
  told.current = onInput;
  useLayoutEffect(() => {
    view.current = new EditorView({
      parent: place.current,
      doc: source,
      extensions: [
        history(),
        python(),
        indentUnit.of("    "),
        bracketMatching(),
        syntaxHighlighting(COLOURS),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
        keymap.of([...newLine, ...ours, ...historyKeymap]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) told.current(state.doc.toString());
        }),
      ],
    });
    return () => view.current.destroy();
  }, []);
  useLayoutEffect(() => {
    const now = view.current.state.doc.toString();
    if (now === source) return;
    view.current.dispatch({ changes: { from: 0, to: now.length, insert: source } });
  }, [source]);
  return <div class="ckp-editor" ref={place} />;
}
