/** Top of the page: what Python does, where answers are, what can be done. */
export function Bar({ page, onDialog }) {
  const { say, python } = page;
  const busy = python.state === "busy";
  return (
    <header class="ckp-bar">
      <p class="ckp-name">{page.given.title ?? document.title}</p>
      <Status page={page} />
      <div class="ckp-tools" role="toolbar" aria-label={say("tools")}>
        {page.book && (
          <button type="button" onClick={() => page.runAll(page.book)}>
            {say("run-all")}
          </button>
        )}
        <button
          type="button"
          class={busy ? "ckp-stop" : ""}
          title={say("stop-title")}
          disabled={python.state === "starting" || python.state === "asleep"}
          onClick={() => page.restart()}
        >
          {say(busy ? "stop" : "restart")}
        </button>
        <button type="button" onClick={() => onDialog("work")}>
          {say("work")}
        </button>
        <button type="button" class="ckp-main" onClick={() => onDialog("hand-in")}>
          {say("hand-in")}
        </button>
        <button type="button" onClick={() => onDialog("about")}>
          {say("about")}
        </button>
      </div>
      <Where page={page} />
    </header>
  );
}

function Status({ page }) {
  const { say, python } = page;
  if (python.state === "broken") {
    return (
      <p class="ckp-status ckp-trouble" role="alert">
        {say("python-broken", { fault: python.fault.split("\n").filter(Boolean).at(-1) ?? "" })}
      </p>
    );
  }
  const starting = python.state === "starting" || python.state === "asleep";
  return (
    <div class="ckp-status">
      <span role="status">
        {starting ? say(`step-${python.step}`) : say(`python-${python.state}`)}
      </span>
      {starting && (
        <progress max={python.steps + 1} value={python.step + 0.5} aria-label={say("progress")} />
      )}
    </div>
  );
}

/** Where answers are kept, and since when. */
export function Where({ page }) {
  const { say, kept } = page;
  const time = kept.at?.toLocaleTimeString(page.lang, { hour: "2-digit", minute: "2-digit" });
  const refused = page.trouble || (kept.where === "none" && kept.looked ? "kept-refused" : "");
  if (refused) {
    return (
      <p class="ckp-where ckp-trouble" role="alert">
        {say(refused)}
      </p>
    );
  }
  return (
    <p class="ckp-where">
      {kept.looked && say(time ? "kept-at" : "kept-here", { time })}
      {page.tabs && ` ${say("kept-tabs")}`}
    </p>
  );
}
