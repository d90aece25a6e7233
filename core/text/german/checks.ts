import type { CheckId } from '../../diagnosis/check.ts';
import type { Evidence } from '../../health/finding.ts';
import { plain } from '../../plain.ts';
import type { CheckWords } from '../catalogue.ts';
import { duration } from '../duration.ts';
import { exactTime } from '../exact-time.ts';
import { known, listOf, MAX_PASSED, shortPath } from '../passed.ts';
import { size } from '../size.ts';
import { counted, germanMilliseconds, germanUnits } from './units.ts';

const words = (name: string, passed: (evidence: Evidence) => string): CheckWords => ({
  name,
  passed: (evidence) => plain(passed(evidence), MAX_PASSED) || 'ja',
});

const lasting = (ms: number): string => duration(ms / 1_000, germanUnits);

const after = (ms: number): string => `nach ${germanMilliseconds(ms)}`;

const service = ({ code }: Evidence): string => (code === 'unneeded' ? 'Teil dieses Systems' : 'vorhanden');

const places: ReadonlyMap<string, string> = new Map([
  ['file', 'in ihrer Datei'],
  ['keychain', 'im Schlüsselbund'],
]);

const sources: ReadonlyMap<string, string> = new Map([
  ['setting', 'in Pilot Light eingestellt'],
  ['variable', 'durch CLAUDE_CLI_PATH bestimmt'],
  ['path', 'im Suchpfad'],
  ['shell-path', 'im Suchpfad'],
  ['known-place', 'an einem üblichen Ort, in keinem Suchpfad'],
]);

/** The words of every check, in German. A name fits whether the check passes or not. */
export const germanChecks: Readonly<Record<CheckId, CheckWords>> = {
  'proxy-answers': words('Proxy antwortet', ({ path, ms }) => listOf([known(path, shortPath), known(ms, after)], 'ja')),
  'address-family': words('Adressen von localhost', ({ names = [] }) => names.join(' und ') || 'offen'),
  'response-time': words('Antwortzeit', ({ status, ms }) => {
    const took = known(ms, germanMilliseconds);
    if (status === undefined) return took ?? 'schnell';
    return took === undefined ? String(status) : `${status} in ${took}`;
  }),
  dialect: words('Statusseite', ({ name, code }) =>
    listOf([known(name, (id) => `verstanden als „${id}“`), code === 'basic' && 'einfach'], 'verstanden'),
  ),
  identity: words('Das erwartete Programm', ({ name }) => name ?? 'es nennt keinen Namen'),
  'reported-health': words('Was der Proxy meldet', ({ name, count }) =>
    listOf(
      [known(name, (word) => `„${word}“`), known(count, (parts) => counted(parts, 'Teil', 'Teile'))],
      'alles in Ordnung',
    ),
  ),
  'port-owner': words('Wer den Port belegt', ({ name, pid, user, ms, code }) => {
    if (code === 'other-user') return 'ein Prozess eines anderen Benutzers';
    const holder = [name, known(pid, (id) => `(Prozess ${id})`)].filter((part) => part !== undefined).join(' ');
    return listOf(
      [holder, known(user, (who) => `Benutzer ${who}`), known(ms, (age) => `seit ${lasting(age)}`)],
      'ein Prozess',
    );
  }),
  'process-age': words('Läuft durchgehend', ({ ms }) => known(ms, (age) => `seit ${lasting(age)}`) ?? 'ja'),
  exposure: words('Vom Netz abgeschirmt', ({ host }) => known(host, (at) => `lauscht auf ${at}`) ?? 'ja'),
  'cli-found': words('Claude CLI gefunden', ({ path }) => known(path, shortPath) ?? 'ja'),
  'cli-executable': words('Claude CLI lässt sich starten', ({ path }) => known(path, shortPath) ?? 'ja'),
  'cli-machine': words('Für diesen Prozessor gebaut', ({ name, code }) =>
    code === 'script' ? `ein Skript für ${name ?? 'einen Interpreter'}` : (name ?? 'ja'),
  ),
  'cli-runs': words('Claude CLI läuft', ({ version, ms }) => listOf([version, known(ms, after)], 'ja')),
  'cli-version': words('Neu genug', ({ version }) => version ?? 'ja'),
  'cli-single': words('Nur eine Claude CLI', ({ path }) => known(path, shortPath) ?? 'ja'),
  'cli-same': words('Der Proxy nutzt dieselbe', ({ path }) => known(path, shortPath) ?? 'ja'),
  'search-path': words('Für jedes Programm auffindbar', ({ code }) => sources.get(code ?? '') ?? 'ja'),
  'cli-settings': words('Einstellungen der Claude CLI', ({ code }) => (code === 'absent' ? 'noch keine' : 'lesbar')),
  'sign-in-stored': words('Anmeldung gespeichert', ({ names = [], name, code }) => {
    if (names.length > 0) return `nicht nötig: ${names.join(', ')} meldet an`;
    return listOf([known(name, (plan) => `Tarif ${plan}`), places.get(code ?? '')], 'ja');
  }),
  'sign-in-status': words('Was die CLI sagt', ({ name }) =>
    listOf(['Zugangsdaten sind vorhanden', known(name, (method) => `über ${method}`)], ''),
  ),
  'sign-in-expiry': words('Ende der Anmeldung', ({ ms }) => known(ms, (left) => `in ${lasting(left)}`) ?? 'nicht bald'),
  'sign-in-override': words('Anmeldung hat Vorrang', ({ names = [] }) =>
    names.length === 0 ? 'keine verdrängende Variable gesetzt' : `${names.join(', ')} ist die Anmeldung`,
  ),
  'credentials-file': words('Anmeldung ist geschützt', ({ code }) =>
    code === 'keychain' ? 'im Schlüsselbund' : 'nur für Sie lesbar',
  ),
  'views-agree': words('Proxy und Computer sind einig', ({ code }) =>
    code === 'only-here' ? 'dort abgemeldet; hier liegen Zugangsdaten, gültig oder nicht' : 'kein Widerspruch',
  ),
  'loopback-proxy': words('Webproxy', ({ names = [] }) =>
    names.length === 0 ? 'keiner eingestellt' : `dieser Computer ist von ${names.join(', ')} ausgenommen`,
  ),
  clock: words('Uhr', ({ at }) => known(at, (moment) => exactTime(moment, { locale: 'de' })) ?? 'plausibel'),
  disk: words('Speicherplatz', ({ bytes }) => known(bytes, (free) => `${size(free, 'de')} frei`) ?? 'genug'),
  'settings-file': words('Einstellungen von Pilot Light', ({ code }) =>
    code === 'absent' ? 'die Vorgaben' : 'alle lesbar',
  ),
  'tray-host': words('Infobereich', service),
  notifications: words('Mitteilungen', service),
  'pilot-light': words('Pilot Light', ({ version, bytes, ms }) =>
    listOf(
      [version, known(bytes, (memory) => size(memory, 'de')), known(ms, (age) => `läuft seit ${lasting(age)}`)],
      'in Ordnung',
    ),
  ),
};
