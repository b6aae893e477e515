import { useEffect, useState } from "preact/hooks";
import { Dialog } from "./dialog.jsx";

/** The doctor of the page: versions, storage, and whose work it carries. */
export function About({ page, onClose }) {
  const { say } = page;
  const [room, setRoom] = useState(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const asked = navigator.storage?.estimate?.() ?? Promise.resolve(null);
    asked.then(setRoom, () => setRoom(null));
  }, []);
  const rows = [
    [say("about-python"), say(`about-${page.python.state}`)],
    ...Object.entries({ ...page.given.versions, ...page.python.versions }),
    [
      say("about-company"),
      `${page.given.company.name} (${page.given.company.digest.slice(0, 12)})`,
    ],
    [say("about-kept"), say(`about-kept-${page.kept.where}`)],
    ...(room ? [[say("about-room"), megabytes(say, room)]] : []),
    [say("about-browser"), navigator.userAgent],
    [say("about-address"), location.protocol],
  ];
  if (page.python.fault) rows.splice(1, 0, [say("about-fault"), page.python.fault]);
  const copy = async () => {
    await navigator.clipboard.writeText(rows.map((row) => row.join(": ")).join("\n"));
    setCopied(true);
  };
  return (
    <Dialog page={page} title={say("about-title")} onClose={onClose}>
      <p>{say("about-how")}</p>
      <table>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="ckp-row">
        <button type="button" onClick={copy}>
          {say("about-copy")}
        </button>
        <span role="status">{copied && say("about-copied")}</span>
      </p>
      <h3>{say("licences")}</h3>
      <p>{say("licences-how")}</p>
      <ul class="ckp-list">
        {page.given.licences.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                {name} {version} · {licence}
              </summary>
              <pre>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function megabytes(say, { usage, quota }) {
  const size = (bytes) => (bytes / 2 ** 20).toFixed(0);
  return say("about-megabytes", { used: size(usage), all: size(quota) });
}
