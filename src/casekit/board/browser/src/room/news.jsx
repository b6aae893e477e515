// What happened outside: the same for all teams.

export function News({ ui, news }) {
  return (
    <section class="ckr-news">
      <h2>{ui.say("news-title")}</h2>
      {news?.length ? (
        <ul>
          {news.map((event) => (
            <li key={event.kind}>
              <b>{ui.month(event.month)}</b>{" "}
              <span>
                {ui.say(keyOf(event), { ...event, months: ui.format.number(event.months) })}
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

/** Which client is the largest differs from one company to another, once they differ. */
function keyOf({ kind, client }) {
  return kind === "key_client_lost" && !client ? "news-any_client_lost" : `news-${kind}`;
}
