import type { Progress } from '../../diagnosis/diagnosis.ts';
import type { DiagnosisWords } from '../catalogue.ts';
import { counted } from './units.ts';

const checks = (count: number): string => counted(count, 'Prüfung', 'Prüfungen');

const hints = (count: number): string => counted(count, 'Hinweis', 'Hinweise');

const found = ({ problems, warnings }: Progress): string =>
  [
    ...(problems === 0 ? [] : [counted(problems, 'Problem', 'Probleme')]),
    ...(warnings === 0 ? [] : [hints(warnings)]),
  ].join(', ') || 'kein Problem';

/** The words around the checks, in German. */
export const germanDiagnosis: DiagnosisWords = {
  title: 'Diagnose',
  run: 'Diagnose',
  runAgain: 'Erneut prüfen',
  stop: 'Anhalten',
  back: 'Zurück',
  close: 'Schließen',
  progress: (progress) =>
    progress.done === progress.all
      ? `${checks(progress.all)} · ${found(progress)}`
      : `${progress.done} von ${progress.all} · bisher ${found(progress)}`,
  started: 'Diagnose gestartet',
  stoppedAfter: (progress) => `Angehalten nach ${progress.done} von ${progress.all} · ${found(progress)}`,
  allWell: 'Alle Prüfungen bestanden',
  noProblem: 'Kein Problem gefunden',
  noResult: 'Nicht jede Prüfung ergab etwas',
  stopped: 'Vorzeitig angehalten',
  counts: (counts) =>
    [
      `${counts.passed} bestanden`,
      ...(counts.hints === 0 ? [] : [hints(counts.hints)]),
      ...(counts.skipped === 0 ? [] : [`${counts.skipped} übersprungen`]),
      ...(counts.unfinished === 0 ? [] : [`${counts.unfinished} ohne Ergebnis`]),
    ].join(' · '),
  rootCause: 'Ursache',
  worthKnowing: 'Gut zu wissen',
  groups: { proxy: 'Proxy', cli: 'Claude CLI', 'sign-in': 'Anmeldung', computer: 'Dieser Computer' },
  states: {
    waiting: 'wartet',
    running: 'prüft…',
    pass: 'Bestanden',
    warn: 'Hinweis',
    fail: 'Problem',
    skipped: 'Übersprungen',
    'timed-out': 'Zeitüberschreitung',
    crashed: 'Abgestürzt',
    cancelled: 'Angehalten',
  },
  skipped: {
    'no-answer': 'der Proxy antwortet nicht',
    paused: 'der Proxy ist pausiert',
    'not-told': 'der Proxy sagt dazu nichts',
    'other-computer': 'der Proxy läuft auf einem anderen Computer',
    'nothing-listens': 'dort nimmt nichts Verbindungen an',
    'no-cli': 'keine Claude CLI vorhanden',
    'cli-does-not-run': 'die Claude CLI läuft nicht',
    'cli-too-old': 'diese Claude CLI kann es nicht sagen',
    'no-login': 'keine Anmeldung gespeichert',
    'not-on-this-system': 'nicht auf diesem System',
    'cannot-be-seen': 'dieses System gibt keine Auskunft',
    'earlier-check': 'eine frühere Prüfung endete nicht',
  },
  timedOut: 'kein Ergebnis innerhalb der Frist',
  crashed: 'die Prüfung selbst ist fehlgeschlagen',
  cancelled: 'nicht geprüft',
  runOne: (check) => `Erneut prüfen: ${check}`,
  otherChecks: 'Die Pfeiltasten führen zu den anderen Prüfungen',
  report: 'Bericht',
  reportTitle: 'Bericht',
  reportNote: 'Namen, Adressen und Geheimnisse sind ausgelassen. Genau dies wird kopiert oder gespeichert.',
  copyReport: 'Bericht kopieren',
  saveReport: 'Speichern…',
  saved: 'Gespeichert',
  notSaved: 'Nicht gespeichert',
  noReport: 'Der Bericht konnte nicht erstellt werden.',
  format: 'Format',
  formats: { markdown: 'Text', json: 'JSON' },
};
