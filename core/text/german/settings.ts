import type { AboutWords, FirstRunWords, SettingsWords, SnoozeWords } from '../settings-words.ts';
import { counted } from './units.ts';

const inLine = (line: number | undefined): string => (line === undefined ? '' : ` in Zeile ${line}`);

/** The words of the settings in German. */
export const germanSettings: SettingsWords = {
  title: 'Einstellungen',
  sections: {
    proxies: 'Proxys',
    checking: 'Prüfung',
    notifications: 'Mitteilungen',
    appearance: 'Darstellung',
    computer: 'Dieser Computer',
    file: 'Alle Einstellungen',
  },
  proxy: (number) => `Proxy ${number}`,
  name: 'Name',
  noName: 'Kein Name',
  address: 'Adresse',
  addProxy: 'Proxy hinzufügen',
  add: 'Hinzufügen',
  remove: (where) => `${where} entfernen`,
  urlProblems: {
    'too-long': 'Diese Adresse ist zu lang.',
    'not-an-address': 'Schreiben Sie sie so: http://localhost:8000',
    'not-http': 'Beginnen Sie mit http:// oder https://',
    'has-credentials': 'Lassen Sie Benutzernamen und Passwort weg.',
    'bad-port': 'Der Port ist eine Zahl von 1 bis 65535.',
    twice: 'Diese Adresse wird bereits überwacht.',
  },
  interval: {
    label: 'Prüfen',
    hint: 'Automatisch heißt: alle paar Sekunden.',
    choices: { without: 'Automatisch', with: 'In festem Abstand' },
    number: 'Sekunden zwischen zwei Prüfungen',
    unit: 's',
  },
  confirmAfter: {
    label: 'Alarm schlagen',
    hint: 'Üblich ist: beim zweiten Blick, ohne Antwort beim dritten.',
    choices: { without: 'Wie üblich', with: 'Nach mehreren Blicken' },
    number: 'Blicke in Folge mit einer Störung',
    unit: 'Mal',
  },
  slowAfter: {
    label: 'Langsame Antworten',
    hint: 'Sie färben das Licht gelb.',
    choices: { without: 'Nie', with: 'Ab einer Grenze' },
    number: 'Millisekunden, die eine Antwort dauern darf',
    unit: 'ms',
  },
  notifications: { label: 'Mitteilungen', hint: 'Wenn ein Proxy ausfällt und wenn er wieder funktioniert.' },
  reminders: {
    label: 'Erinnern',
    hint: 'Solange eine Störung andauert.',
    choices: { without: 'Nie', with: 'Regelmäßig' },
    number: 'Minuten zwischen zwei Erinnerungen',
    unit: 'Min.',
  },
  quietHours: { label: 'Ruhezeit', hint: 'Keine Mitteilungen zu dieser Tageszeit.' },
  from: 'Von',
  to: 'Bis',
  cliPath: { label: 'Claude CLI', hint: 'Ihr Pfad, falls sie nicht von selbst gefunden wird.' },
  appearance: { label: 'Farben' },
  appearances: { system: 'Wie der Desktop', light: 'Hell', dark: 'Dunkel' },
  language: { label: 'Sprache' },
  likeDesktop: 'Wie der Desktop',
  menuBarText: { label: 'Text in der Menüleiste', hint: 'Ein Wort neben dem Symbol, wenn etwas nicht stimmt.' },
  startAtLogin: { label: 'Beim Anmelden starten', hint: 'Pilot Light ist da, sobald Sie es sind.' },
  shortcut: { label: 'Tastenkürzel', hint: 'Öffnet dieses Fenster von überall, etwa Ctrl+Alt+P.' },
  byItself: 'Von selbst gefunden',
  noShortcut: 'Keines',
  numberProblem: (least, most) => `Eine ganze Zahl von ${least.toLocaleString('de')} bis ${most.toLocaleString('de')}.`,
  timeProblem: 'Bitte zwei verschiedene Uhrzeiten.',
  refused: 'Dies konnte nicht eingestellt und gespeichert werden.',
  fileNote: 'Sie stehen in einer Textdatei, die Sie auch von Hand bearbeiten können.',
  export: 'Exportieren…',
  exported: 'Exportiert',
  import: 'Importieren…',
  imported: 'Importiert',
  reset: 'Zurücksetzen…',
  resetQuestion: 'Alles auf den Anfangszustand zurücksetzen?',
  resetNow: 'Zurücksetzen',
  wasReset: 'Alles ist wieder wie am Anfang.',
  keep: 'Behalten',
  failed: 'Nicht geschehen',
  troublesTitle: 'Die Einstellungsdatei enthält einen Fehler',
  trouble: (key, line) => `Für „${key}“${inLine(line)} gilt die Vorgabe.`,
  fileTrouble: (line) => `Die Datei ist nicht lesbar${inLine(line)}: Es gelten die Vorgaben.`,
};

/** The words about the program in German. */
export const germanAbout: AboutWords = {
  title: 'Über Pilot Light',
  what: 'Pilot Light überwacht einen Claude-Proxy auf Ihrem Computer. Es sagt, ob er funktioniert, warum nicht und was zu tun ist.',
  version: 'Version',
  platform: 'System',
  license: 'Lizenz',
  independent: 'Ein unabhängiges Projekt, von Anthropic weder erstellt noch empfohlen.',
  inside: 'Was darin steckt',
};

/** The words of the first run in German. */
export const germanFirstRun: FirstRunWords = {
  headline: 'Noch wird kein Proxy überwacht',
  why: 'Sagen Sie Pilot Light, welcher Proxy zu überwachen ist. Es kann ihn suchen, oder Sie geben seine Adresse ein.',
  look: 'Auf diesem Computer nach Proxys suchen',
  lookAgain: 'Erneut suchen',
  looking: 'Suche läuft…',
  lookNote: 'Gefragt werden nur die Ports, die Proxys bekanntlich nutzen, und nur, wenn Sie dies drücken.',
  found: (count) => `${counted(count, 'Proxy', 'Proxys')} gefunden`,
  foundNone: 'Auf den üblichen Ports dieses Computers antwortet kein Proxy.',
  watch: 'Diesen überwachen',
  watchThat: (where) => `Diesen überwachen: ${where}`,
  watched: 'Überwacht',
  orAddress: 'Oder geben Sie die Adresse ein',
  elsewhere: 'Ist er woanders?',
  elsewhereWhy: 'Vielleicht läuft Ihr Proxy auf einem anderen Port.',
};

/** The words of the rest in German. */
export const germanSnooze: SnoozeWords = {
  button: '1 Std. Ruhe',
  more: 'Andere Dauer der Ruhe',
  choices: { '30 min': 'Für 30 Min.', '1 h': 'Für 1 Std.', '4 h': 'Für 4 Std.', recovery: 'Bis alles in Ordnung ist' },
  restUntil: (time) => `Mitteilungen ruhen bis ${time}`,
  restUntilWell: 'Mitteilungen ruhen, bis alles in Ordnung ist',
  end: 'Beenden',
};
