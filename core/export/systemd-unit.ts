import { OURS, type ExportFile } from './export-file.ts';

/** What the unit runs. */
export interface UnitSource {
  /** The program, by its full path, and its arguments. */
  readonly command: readonly [string, ...string[]];
}

const NAME = 'pilot-light.service';

// What a watching program needs, and no more. JavaScript is compiled as it runs, so memory may be made executable; whose
// process holds a port stands in /proc, so that stays open.
const CONFINED = [
  'NoNewPrivileges=yes',
  'ProtectSystem=strict',
  'ProtectHome=read-only',
  'ReadWritePaths="-%E/Pilot Light"',
  'PrivateTmp=yes',
  'ProtectControlGroups=yes',
  'ProtectKernelModules=yes',
  'ProtectKernelTunables=yes',
  'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK',
  'RestrictNamespaces=yes',
  'RestrictRealtime=yes',
  'RestrictSUIDSGID=yes',
  'LockPersonality=yes',
  'SystemCallArchitectures=native',
  'SystemCallFilter=@system-service',
  'SystemCallFilter=~@privileged @resources',
  'SystemCallErrorNumber=EPERM',
  'UMask=0077',
] as const;

/** The file of `export systemd`: a unit for the user's own service manager, that watches and notifies. */
export function systemdUnit({ command }: UnitSource): ExportFile {
  const lines = [
    `# ${OURS}. Put it into ~/.config/systemd/user, then:`,
    `#   systemctl --user daemon-reload && systemctl --user enable --now ${NAME}`,
    '',
    '[Unit]',
    'Description=Pilot Light, which watches the Claude proxy',
    '',
    '[Service]',
    'Type=exec',
    // The colon: nothing in it stands for a variable.
    `ExecStart=:${startable(command).map(quoted).join(' ')} watch --notify`,
    'Restart=on-failure',
    'RestartSec=5',
    // As it ends when systemd stops it.
    'SuccessExitStatus=143',
    ...CONFINED,
    '',
    '[Install]',
    'WantedBy=default.target',
    '',
  ];
  return { name: NAME, text: lines.join('\n') };
}

// systemd takes no program with a quote, a backslash or a control character in its path; for its arguments all is well.
function startable(command: readonly [string, ...string[]]): readonly string[] {
  return /["'\\\p{Cc}]/u.test(command[0]) ? ['/usr/bin/env', ...command] : command;
}

// As systemd.syntax(7) and systemd.unit(5) quote: C escapes inside quotes, and a percent sign begins a specifier.
function quoted(text: string): string {
  const escaped = text.replaceAll(/[\\"]/g, String.raw`\$&`).replaceAll('%', '%%');
  return `"${escaped.replaceAll(/\p{Cc}/gu, asEscape)}"`;
}

function asEscape(character: string): string {
  return String.raw`\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
