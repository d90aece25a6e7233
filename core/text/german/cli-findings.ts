import type { FindingId } from '../../health/finding.ts';
import type { FindingWords } from '../catalogue.ts';

// What stands in the CLI's place, or why the system refused to start it.
const unusable: ReadonlyMap<string, string> = new Map([
  ['not-executable', 'die Datei ist nicht ausführbar'],
  ['folder', 'es ist ein Ordner'],
  ['dangling', 'es ist ein Verweis ins Leere'],
  ['unreadable', 'der Zugriff darauf ist Ihnen verwehrt'],
  ['EACCES', 'das System erlaubt den Start nicht'],
  ['ENOENT', 'das Programm oder etwas, das es braucht, fehlt'],
]);

const refused = 'das System startet es nicht';

// How the question for its version ended.
const broken: ReadonlyMap<string, string> = new Map([
  ['no-version', 'antwortete etwas anderes'],
  ['too-much-output', 'antwortete ohne Ende'],
  ['SIGILL', 'traf auf einen Befehl, den dieser Prozessor nicht kennt: seit 2.1.113 braucht sie AVX'],
]);

/** The words of the findings about the CLI as a program, in German. */
export const germanCliFindings = {
  'cli-not-found': {
    headline: () => 'Die Claude CLI fehlt',
    title: 'Installieren Sie die Claude CLI',
    why: ({ path, status, searchedPaths }) => {
      if (path !== undefined) return `Unter ${path}, wie eingestellt oder in CLAUDE_CLI_PATH genannt, liegt nichts.`;
      return status === undefined && searchedPaths !== undefined
        ? 'Auf diesem Computer wurde keine Claude CLI gefunden.'
        : 'Der Proxy läuft, findet aber die Claude CLI nicht. Daher schlägt jede Anfrage fehl.';
    },
  },
  'cli-unusable': {
    headline: () => 'Die Claude CLI lässt sich nicht starten',
    title: 'Installieren Sie die Claude CLI neu',
    why: ({ path, code }) =>
      `Am Platz der Claude CLI${path === undefined ? '' : ` (${path})`} stimmt etwas nicht: ${code === undefined ? refused : (unusable.get(code) ?? `${refused} (${code})`)}.`,
  },
  'cli-unsafe': {
    headline: () => 'Jeder könnte die Claude CLI ersetzen',
    title: 'Schützen Sie die Claude CLI',
    why: ({ path }) =>
      `Jeder Benutzer dieses Computers kann ${path ?? 'die CLI'} durch ein anderes Programm ersetzen. Deshalb startet Pilot Light sie nicht.`,
  },
  'cli-wrong-machine': {
    headline: () => 'Die Claude CLI ist für andere Computer',
    title: 'Installieren Sie die passende Claude CLI',
    why: ({ names }) =>
      names === undefined || names.length === 0
        ? 'Dieser Prozessor kann das installierte Programm nicht ausführen.'
        : `Das installierte Programm ist für ${names.join(' und ')} gebaut.`,
  },
  'cli-incomplete': {
    headline: () => 'Die Claude CLI ist unvollständig installiert',
    title: 'Installieren Sie die Claude CLI neu',
    why: () =>
      'npm hat statt des Programms einen Platzhalter hinterlassen: Der optionale Teil oder das Installationsskript wurde ausgelassen.',
  },
  'cli-needs-node': {
    headline: () => 'Die Claude CLI findet Node.js nicht',
    title: 'Aktualisieren Sie die Claude CLI',
    why: () =>
      'Diese ältere Version ist ein Skript für Node.js, das Programme der Arbeitsumgebung nicht finden. Neuere brauchen es nicht.',
  },
  'cli-hangs': {
    headline: () => 'Die Claude CLI hängt',
    title: 'Die Claude CLI antwortet nicht',
    why: ({ ms }) =>
      ms === undefined
        ? 'Sie wurde gestartet und endete nicht.'
        : `Sie wurde nach ihrer Version gefragt und antwortete nicht innerhalb von ${Math.round(ms / 1_000)} s.`,
  },
  'cli-broken': {
    headline: () => 'Die Claude CLI funktioniert nicht',
    title: 'Reparieren Sie die Claude CLI',
    why: ({ code }) =>
      code === undefined
        ? 'Der Proxy läuft, aber seine Claude CLI versagt. Daher schlagen Anfragen fehl.'
        : `Sie wurde nach ihrer Version gefragt und ${broken.get(code) ?? `endete mit ${/^\d/.test(code) ? 'Exit-Code ' : ''}${code}`}.`,
  },
  'cli-too-old': {
    headline: ({ version }) =>
      version === undefined ? 'Die Claude CLI ist veraltet' : `Die Claude CLI ist veraltet: ${version}`,
    title: 'Aktualisieren Sie die Claude CLI',
    why: () => 'Versionen vor 2.1.40 können nicht sagen, ob jemand angemeldet ist, und melden nur mit /login an.',
  },
  'cli-settings-damaged': {
    headline: () => 'Die Einstellungen der Claude CLI sind beschädigt',
    title: 'Stellen Sie die CLI-Einstellungen wieder her',
    why: ({ code }) =>
      code === 'unreadable'
        ? 'Die Datei .claude.json ist nicht lesbar: Sie gehört einem anderen Benutzer oder ist keine gewöhnliche Datei.'
        : 'Die Datei .claude.json ist nicht verständlich. Ältere Kopien legt die CLI im Ordner backups ab.',
  },
  'cli-is-another': {
    headline: () => 'Der Proxy nutzt eine andere Claude CLI',
    title: 'Der Proxy nutzt eine andere Claude CLI',
    why: ({ path }) =>
      path === undefined
        ? 'Die CLI, die der Proxy nennt, ist nicht die hier gefundene.'
        : `Hier wird zuerst ${path} gefunden. Was im Terminal geschieht, ändert für den Proxy womöglich nichts.`,
  },
  'several-clis': {
    headline: ({ count }) => `${count ?? 'Mehrere'} Claude CLIs sind installiert`,
    title: 'Mehrere Claude CLIs sind installiert',
    why: ({ names = [] }) =>
      `Welche läuft, hängt davon ab, wer sie startet${names.length === 0 ? '' : `: ${names.join(', ')}`}.`,
  },
  'paths-differ': {
    headline: () => 'Nur Ihre Shell findet die Claude CLI',
    title: 'Nennen Sie Programmen den Ort der Claude CLI',
    why: () => 'Sie liegt im Suchpfad Ihrer Shell, aber nicht in dem der Programme, die der Desktop startet.',
  },
} as const satisfies Readonly<Partial<Record<FindingId, FindingWords>>>;
