// What happened outside: the same for all teams.

export function News({ ui, news }) {
  return (
    <section class="ckr-news">
      <h2>{ui.say("news-title")}</h2>
      {news?.length ? (
        <ul>
          {news.map(told).map((event) => (
            <li key={event.kind}>
              <b>{ui.month(event.month)}</b>{" "}
              <span>
                {ui.say(event.any ? "news-any_client_lost" : `news-${event.kind}`, {
                  ...event,
                  until: event.months ? ui.month(after(event.month, event.months - 1)) : "",
                })}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{ui.say("news-none")}</p>
      )}
    </section>
  );
}

/** Code of the month so many months after another. */
function after(code, months) {
  const [year, month] = code.split("-").map(Number);
  const count = 12 * year + month - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** Which client is the largest differs from one company to another, once they differ. */
const told = (event) => ({ ...event, any: event.kind === "key_client_lost" && !event.client });
