/** A report as it may look, for the picture of its page. */
export const REPORT_TEXT = `# Pilot Light report

- App: 0.1.0 on Linux
- Light: down since 2026-11-22 09:39:18 UTC
- Target: http://localhost:8000

## Root cause

Another program answers: python3 http.server (process 4121) answers at the proxy’s address, and not as a Claude proxy does.

## Checks

| Check | Result | Time |
| --- | --- | --- |
| Proxy answers | passed | 4 ms |
| The expected program | problem: stranger-answers | 38 ms |
| Who holds the port | problem: stranger-answers | 301 ms |
| Claude CLI found | ~/.local/bin/claude | 12 ms |
| Claude CLI runs | 2.1.330 | 214 ms |
`;
