import type { FindingId } from '../../health/finding.ts';
import type { FindingWords } from '../catalogue.ts';
import { contradicted, type Contradicted } from '../contradicted.ts';
import { germanCliFindings } from './cli-findings.ts';
import { germanTrafficFindings } from './traffic.ts';
import { germanContradictions } from './contradictions.ts';
import { germanMilliseconds } from './units.ts';

const contradictions: Readonly<Record<Contradicted, string>> = {
  itself: 'Der Proxy widerspricht sich',
  computer: 'Proxy und Computer widersprechen sich',
  before: 'Der Proxy ist nicht mehr wie zuvor',
};

// By what it was seen on this computer.
const signedOut: ReadonlyMap<string, string> = new Map([
  ['not-stored', 'Auf diesem Computer ist keine Anmeldung gespeichert und keine Variable gesetzt, die anmeldet.'],
  ['cli-says', 'Die Claude CLI selbst sagt, dass niemand angemeldet ist.'],
  ['login-ended', 'Die gespeicherte Anmeldung ist beendet und wird nicht mehr erneuert.'],
]);

const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

const took = (ms: number): string =>
  ms < 1_000 ? germanMilliseconds(ms) : `${(ms / 1_000).toLocaleString('de', TENTHS)} s`;

/** The words of every finding, in German. */
export const germanFindings: Readonly<Record<FindingId, FindingWords>> = {
  ...germanCliFindings,
  ...germanTrafficFindings,
  'bad-address': {
    headline: () => 'Die Adresse gibt es nicht',
    title: 'Prüfen Sie die Adresse',
    why: () => 'Der Name in der Adresse des Proxys führt zu keinem Computer.',
  },
  'proxy-not-running': {
    headline: () => 'Der Proxy läuft nicht',
    title: 'Starten Sie den Proxy',
    why: () => 'An seiner Adresse nimmt nichts an: Die Verbindung wurde abgelehnt.',
  },
  'port-taken': {
    headline: ({ port }) => (port === undefined ? 'Der Port des Proxys ist belegt' : `Port ${port} ist bereits belegt`),
    title: 'Geben Sie den Port frei oder wechseln Sie ihn',
    why: ({ name, pid }) =>
      pid === undefined
        ? 'Der Proxy kann nicht starten, weil ein anderes Programm seinen Port belegt.'
        : `Der Proxy kann nicht starten, weil ${name ?? 'ein anderes Programm'} (Prozess ${pid}) seinen Port belegt.`,
  },
  'stranger-answers': {
    headline: ({ name }) =>
      name === undefined ? 'Ein anderes Programm antwortet' : `Ein anderes Programm antwortet: ${name}`,
    title: 'Ein anderes Programm hat diesen Port',
    why: ({ name, pid }) =>
      pid === undefined
        ? 'An der Adresse des Proxys antwortet etwas, aber nicht wie ein Claude-Proxy.'
        : `${name ?? 'Ein Programm'} (Prozess ${pid}) antwortet an der Adresse des Proxys, aber nicht wie ein Claude-Proxy.`,
  },
  'starting-up': {
    headline: () => 'Der Proxy startet',
    title: 'Noch nichts zu tun',
    why: () => 'Er hat seinen Port wieder, antwortet aber noch nicht. Manche Proxys brauchen zwei Minuten zum Starten.',
  },
  restarting: {
    headline: () => 'Der Proxy startet immer wieder',
    title: 'Klären Sie, warum der Proxy immer wieder endet',
    why: ({ count }) =>
      count === undefined
        ? 'Er kommt und geht, wie ein Programm, das nach jedem Absturz neu gestartet wird.'
        : `Seit dem Start von Pilot Light fiel er ${count}-mal aus und wurde jedes Mal neu gestartet.`,
  },
  'not-responding': {
    headline: () => 'Der Proxy reagiert nicht',
    title: 'Starten Sie den Proxy neu',
    why: () => 'Er nimmt Verbindungen an, antwortet aber nicht, wie ein Programm, das hängt.',
  },
  'health-stuck': {
    headline: () => 'Die Statusabfrage des Proxys hängt',
    title: 'Prüfen Sie, ob die Claude CLI hängt',
    why: () => 'Der Proxy antwortet, aber seine Statusabfrage endet nicht: meist, weil die Claude CLI hängt.',
  },
  'connection-lost': {
    headline: () => 'Der Proxy bricht Verbindungen ab',
    title: 'Starten Sie den Proxy neu',
    why: () => 'Er nahm die Verbindung an und schloss sie ohne vollständige Antwort.',
  },
  'no-health-page': {
    headline: () => 'Keine Statusseite unter dieser Adresse',
    title: 'Ist dies die Adresse des Proxys?',
    why: () => 'Ein Server antwortet, aber keine der bekannten Statusseiten ist dort vorhanden.',
  },
  locked: {
    headline: () => 'Die Statusseite verlangt einen Schlüssel',
    title: 'Die Statusseite ist gesperrt',
    why: ({ status }) => `Der Server antwortet ${status ?? 401}. Sein Zustand ist von hier aus nicht zu sehen.`,
  },
  'rate-limited': {
    headline: () => 'Der Proxy bittet um Geduld',
    title: 'Nichts ist defekt',
    why: () => 'Er läuft, meldet aber zu viele Anfragen. Pilot Light fragt eine Weile seltener.',
  },
  'server-error': {
    headline: ({ status }) => `Der Proxy versagt mit Fehler ${status ?? 500}`,
    title: 'Der Proxy hat einen internen Fehler',
    why: () => 'Er läuft, aber sein eigener Code versagt beim Antworten.',
  },
  'credentials-unreadable': {
    headline: () => 'Die gespeicherte Anmeldung ist nicht lesbar',
    title: 'Verschaffen Sie sich Zugriff auf die Anmeldung',
    why: () =>
      'Die Datei mit der Anmeldung gehört einem anderen Benutzer oder ist keine gewöhnliche Datei. Für die CLI heißt das: abgemeldet.',
  },
  'signed-out': {
    headline: () => 'Claude ist abgemeldet',
    title: 'Melden Sie sich wieder bei Claude an',
    why: ({ code = '' }) =>
      signedOut.get(code) ??
      'Der Proxy läuft, aber die Claude CLI hat keine gültige Anmeldung. Daher schlägt jede Anfrage fehl.',
  },
  'sign-in-expired': {
    headline: () => 'Die Anmeldung ist abgelaufen',
    title: 'Die Anmeldung muss erneuert werden',
    why: () => 'Die CLI erneuert sie beim nächsten Gebrauch selbst. Gelingt das nicht, melden Sie sich neu an.',
  },
  'signed-out-here': {
    headline: () => 'Hier ist keine Anmeldung gespeichert',
    title: 'Melden Sie sich bei Claude an',
    why: () =>
      'Der Proxy nennt sich angemeldet, aber seine Claude CLI hat auf diesem Computer keine Anmeldung: Die nächsten Anfragen können fehlschlagen.',
  },
  'sign-in-failing': {
    headline: () => 'Die Anmeldung lässt sich nicht prüfen',
    title: 'Melden Sie sich wieder bei Claude an',
    why: () => 'Der Proxy läuft, aber seine Prüfung der Claude-Anmeldung schlägt fehl.',
  },
  'sign-in-overridden': {
    headline: ({ names }) => `${names?.[0] ?? 'Eine Variable'} hat Vorrang vor der Anmeldung`,
    title: 'Eine Variable verdrängt die Anmeldung',
    why: ({ names = [] }) =>
      `Solange ${names.length === 0 ? 'eine solche Variable' : names.join(', ')} gesetzt ist, ` +
      'nutzt die CLI die gespeicherte Anmeldung nicht. Eine neue Anmeldung ändert nichts.',
  },
  'sign-in-expires-soon': {
    headline: () => 'Die Anmeldung endet bald',
    title: 'Melden Sie sich rechtzeitig neu an',
    why: () =>
      'Die Anmeldung endet in Kürze und wird nicht mehr erneuert. Wer sich jetzt anmeldet, vermeidet einen Ausfall.',
  },
  'component-failing': {
    headline: ({ name }) =>
      name === undefined ? 'Ein Teil des Proxys versagt' : `Ein Teil des Proxys versagt: ${name}`,
    title: 'Klären Sie, warum dieser Teil versagt',
    why: () => 'Der Proxy läuft, meldet aber, dass einer seiner Teile nicht funktioniert.',
  },
  'reported-unhealthy': {
    headline: () => 'Der Proxy meldet sich als gestört',
    title: 'Der Proxy ist gestört',
    why: () => 'Er antwortet, sagt aber von sich selbst, dass er nicht funktioniert.',
  },
  'reported-degraded': {
    headline: () => 'Der Proxy funktioniert nur teilweise',
    title: 'Der Proxy ist beeinträchtigt',
    why: () => 'Er antwortet, sagt aber von sich selbst, dass etwas nicht in Ordnung ist.',
  },
  'not-understood': {
    headline: () => 'Die Antwort ist unverständlich',
    title: 'Kein Nachweis der Gesundheit',
    why: () => 'Etwas antwortet, aber ohne nachzuweisen, dass es gesund ist. Das Licht bleibt grau.',
  },
  contradiction: {
    headline: ({ contradiction }) => contradictions[contradicted(contradiction)],
    title: 'Der Proxy widerspricht sich',
    why: ({ contradiction }) =>
      contradiction === undefined ? 'Seine Angaben passen nicht zusammen.' : germanContradictions[contradiction],
  },
  'exposed-to-network': {
    headline: () => 'Andere im Netz erreichen den Proxy',
    title: 'Beschränken Sie den Proxy auf diesen Computer',
    why: ({ host }) => `Er lauscht auf ${host ?? 'allen Schnittstellen'} und nimmt Anfragen von jeder Webseite an.`,
  },
  'credentials-open': {
    headline: () => 'Andere hier können die Anmeldung lesen',
    title: 'Behalten Sie die Anmeldung für sich',
    why: () => 'Die Datei mit der Anmeldung ist für andere Benutzer dieses Computers lesbar.',
  },
  'loopback-proxied': {
    headline: ({ names }) => `${names?.[0] ?? 'HTTP_PROXY'} erfasst auch diesen Computer`,
    title: 'Nehmen Sie diesen Computer vom Webproxy aus',
    why: ({ names = [] }) =>
      `Programme, die ${names.join(', ') || 'HTTP_PROXY'} folgen, schicken Anfragen an localhost zum Webproxy. ` +
      'Pilot Light selbst tut das nie.',
  },
  'slow-answer': {
    headline: ({ ms }) => (ms === undefined ? 'Der Proxy antwortet langsam' : `Der Proxy brauchte ${took(ms)}`),
    title: 'Der Proxy antwortet langsam',
    why: () => 'Seine Statusseite braucht lange. Manche Proxys starten dafür jedes Mal die Claude CLI.',
  },
  'one-family-only': {
    headline: ({ host }) => `Nur ${host ?? 'eine Adresse'} von localhost antwortet`,
    title: 'Geben Sie die Adresse genau an',
    why: ({ host }) =>
      `localhost steht für zwei Adressen, und der Proxy antwortet nur unter ${host ?? 'einer'}. Manche Programme versuchen die andere.`,
  },
  'clock-wrong': {
    headline: () => 'Die Uhr dieses Computers geht falsch',
    title: 'Stellen Sie die Uhr',
    why: () => 'Sie zeigt eine Zeit, die sicher vergangen ist. Damit scheitern sichere Verbindungen und Anmeldungen.',
  },
  'disk-full': {
    headline: () => 'Der Speicherplatz ist fast voll',
    title: 'Schaffen Sie Platz',
    why: () => 'Ohne freien Platz kann die Claude CLI weder eine Anmeldung speichern noch ihre Dateien schreiben.',
  },
  'settings-damaged': {
    headline: () => 'Einige Einstellungen waren nicht lesbar',
    title: 'Berichtigen Sie Pilot Lights Einstellungen',
    why: ({ names = [] }) =>
      names.length === 0
        ? 'Die Einstellungsdatei ist nicht lesbar. Es gelten die Vorgaben.'
        : `Hier gelten die Vorgaben: ${names.join(', ')}.`,
  },
  'no-tray-host': {
    headline: () => 'Dieser Desktop zeigt keine Tray-Symbole',
    title: 'Ergänzen Sie einen Infobereich',
    why: ({ names: [supplier] = [] }) =>
      supplier === undefined
        ? 'Kein Programm zeigt hier Tray-Symbole. Unter GNOME kann es die Erweiterung „AppIndicator and KStatusNotifierItem Support“.'
        : `Kein Programm zeigt hier Tray-Symbole. Auf diesem Desktop kann es „${supplier}“, sobald es hinzugefügt ist.`,
  },
  'no-notifications': {
    headline: () => 'Dieser Desktop zeigt keine Mitteilungen',
    title: 'Ergänzen Sie einen Mitteilungsdienst',
    why: () => 'Kein Programm zeigt hier Mitteilungen. Störungen erscheinen nur im Infobereich.',
  },
  'app-troubled': {
    headline: ({ count }) => `Pilot Light hatte ${count ?? 'einige'} ${count === 1 ? 'eigenen' : 'eigene'} Fehler`,
    title: 'Pilot Light hatte Fehler',
    why: () => 'Sie stehen im Bericht, ohne Privates. Das Licht arbeitet weiter.',
  },
};
