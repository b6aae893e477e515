// What happened outside: the same for all teams.

export function News({ ui, news }) {
  return (
    <section class="ckr-news">
      <h2>{ui.say("news-title")}</h2>
      {news?.length ? (
        <ul>
          {news.map((event) => (
            <li key={`${event.kind} ${event.month}`}>
              <b>{ui.month(event.month)}</b>
              <span>
                {ui.say(`news-${event.kind}`, { ...event, months: ui.format.number(event.months) })}
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
