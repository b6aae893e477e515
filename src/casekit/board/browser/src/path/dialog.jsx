import { useLayoutEffect, useRef } from "preact/hooks";

/** A window above the page; Escape closes it. */
export function Dialog({ page, title, onClose, children }) {
  const place = useRef(null);
  useLayoutEffect(() => {
    const dialog = place.current;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return (
    <dialog class="ckp-dialog" ref={place} onClose={onClose} aria-label={title}>
      <div class="ckp-dialog-head">
        <h2>{title}</h2>
        <button type="button" onClick={onClose}>
          {page.say("close")}
        </button>
      </div>
      {children}
    </dialog>
  );
}
