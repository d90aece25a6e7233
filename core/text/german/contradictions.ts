import type { ContradictionId } from '../../health/finding.ts';

/** How the proxy contradicts itself or this computer, in German. */
export const germanContradictions: Readonly<Record<ContradictionId, string>> = {
  'healthy-with-error-status': 'Er meldet „healthy“ mit einem Fehlerstatus.',
  'unhealthy-with-success-status': 'Er meldet „unhealthy“ mit einem Erfolgsstatus: Skripte halten ihn für gesund.',
  'healthy-but-required-fails': 'Er meldet „healthy“, obwohl ein unentbehrlicher Teil versagt.',
  'healthy-but-part-fails': 'Er meldet „healthy“, obwohl einer seiner Teile versagt.',
  'signed-in-yet-signed-out': 'Er nennt die Anmeldung gesund und sagt zugleich, dass niemand angemeldet ist.',
  'signed-out-yet-signed-in': 'Er meldet „unauthenticated“ und zugleich, dass jemand angemeldet ist.',
  'cli-and-sign-in-disagree': 'CLI und Anmeldung sind sich nicht einig, ob jemand angemeldet ist.',
  'signed-in-but-expired': 'Er nennt eine Anmeldung gesund, die bereits abgelaufen ist.',
  'check-is-old': 'Eine gemeldete Prüfung ist über zehn Minuten alt: Die Antwort stammt womöglich aus dem Speicher.',
  'check-from-the-future': 'Eine gemeldete Prüfung liegt in der Zukunft: Eine der Uhren geht falsch.',
  'more-errors-than-requests': 'Er zählt mehr Fehler als Anfragen.',
  'port-is-another': 'Er nennt einen anderen Port als den gefragten.',
  'ports-disagree': 'Er bedient einen anderen Port als den eingestellten.',
  'uptime-went-back': 'Seine Laufzeit ging zurück: Er wurde zwischen zwei Blicken neu gestartet.',
  'uptime-stands-still': 'Seine Laufzeit steht still: Die Antwort ist gespeichert, nicht neu.',
  'uptime-leapt': 'Seine Laufzeit wuchs schneller als die Zeit: Womöglich antwortet ein anderer Prozess.',
  'requests-went-back': 'Seine Zahl der Anfragen ging zurück, seine Laufzeit nicht.',
  'cli-version-is-another': 'Er nennt eine andere Version der CLI als die unter diesem Pfad installierte.',
  'metrics-miss-the-cli': 'Er nennt die CLI gesund, aber seine Metriken sagen, dass keine da ist.',
  'version-changed': 'Seine Version änderte sich zwischen zwei Blicken.',
};
