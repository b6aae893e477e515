// The clock of a step.

const SECOND = 1000;

/** Seconds that are left of a step by the server's clock, below nought when it is over; else null. */
export function secondsLeft(step, ahead, now = Date.now()) {
  if (step.ends_at == null) return null;
  return Math.ceil((step.ends_at - (now + ahead)) / SECOND);
}

/** Minutes and seconds as on a kitchen clock. */
export function onClock(seconds) {
  const whole = Math.abs(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
