import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Markdown, scrollable } from "./markdown.jsx";
import { memo } from "./memo.js";
import { errorOf, partOf, plainText } from "./outputs.js";

/** What a cell shows. */
export function Outputs({ page, outputs }) {
  if (!outputs.length) return null;
  return (
    <div class="ckp-outputs">
      {outputs.map((output, at) => (
        // Outputs have no names; those before an output stay as they are.
        <Output key={at} page={page} output={output} known={knownWidget(page, output)} />
      ))}
    </div>
  );
}

/** Whether Python still knows the widget of an output. */
function knownWidget(page, { data }) {
  const id = data?.["application/vnd.jupyter.widget-view+json"]?.model_id;
  return id !== undefined && page.manager.knows(id);
}

const Output = memo(({ page, output }) => {
  if (output.output_type === "stream") {
    return <pre class={`ckp-stream ckp-${output.name}`}>{plainText(output.text)}</pre>;
  }
  if (output.output_type === "error") return <Fault page={page} output={output} />;
  const part = partOf(output.data, (id) => page.manager.knows(id));
  if (!part) return null;
  const [kind, value] = part;
  if (kind === "widget") return <WidgetPlace page={page} id={value} />;
  if (kind === "text/html" || kind === "image/svg+xml") return <Html html={value} />;
  if (kind === "text/markdown") return <Markdown source={value} />;
  if (kind === "text/plain") return <pre class="ckp-plain">{value}</pre>;
  const alt = output.metadata?.alt ?? page.say("picture");
  return (
    <div class="ckp-wide">
      <img src={`data:${kind};base64,${value}`} alt={alt} />
    </div>
  );
});

function Html({ html }) {
  return <div class="ckp-html" dangerouslySetInnerHTML={{ __html: scrollable(html) }} />;
}

/** An error in a line; Python's own tale is folded. */
function Fault({ page, output }) {
  const { line, whole } = errorOf(output);
  return (
    <div class="ckp-fault">
      <pre>{line}</pre>
      {whole && (
        <details>
          <summary>{page.say("error-whole")}</summary>
          <pre>{whole}</pre>
        </details>
      )}
    </div>
  );
}

function WidgetPlace({ page, id }) {
  const place = useRef(null);
  const [fault, setFault] = useState("");
  // A view must leave before its place does.
  useLayoutEffect(() => {
    let remove = null;
    let gone = false;
    page.manager.show(id, place.current).then(
      (taken) => {
        remove = taken;
        if (gone) remove();
      },
      (error) => setFault(String(error?.message ?? error)),
    );
    return () => {
      gone = true;
      remove?.();
    };
  }, [page, id]);
  if (fault) return <p class="ckp-fault">{page.say("widget-broken", { fault })}</p>;
  return <div class="ckp-widget" ref={place} />;
}
