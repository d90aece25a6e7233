let sent = 0;

/** Takes note of a request that has gone out. */
export function countRequest(): void {
  sent += 1;
}

/** How many requests this process has sent since its start, whoever wished for them: one count, so that none escapes it. */
export function requestsSent(): number {
  return sent;
}
