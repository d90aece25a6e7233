import type { Platform } from '../platform.ts';

/** Every command that may be copied. Constants: nothing from outside ever becomes a part of one. */
export const COMMAND_IDS = [
  'sign-in',
  'install-cli',
  'find-cli',
  'set-cli-path',
  'other-port-flag',
  'other-port-env',
] as const;

export type CommandId = (typeof COMMAND_IDS)[number];

const UNIX: Readonly<Record<CommandId, string>> = {
  'sign-in': 'claude auth login',
  'install-cli': 'curl -fsSL https://claude.ai/install.sh | bash',
  'find-cli': 'command -v claude',
  'set-cli-path': 'export CLAUDE_CLI_PATH="$HOME/.local/bin/claude"',
  'other-port-flag': '--port 8001',
  'other-port-env': 'export PORT=8001',
};

const WINDOWS: Readonly<Record<CommandId, string>> = {
  ...UNIX,
  'install-cli': 'irm https://claude.ai/install.ps1 | iex',
  'find-cli': 'where.exe claude',
  'set-cli-path': 'setx CLAUDE_CLI_PATH "%USERPROFILE%\\.local\\bin\\claude.exe"',
  'other-port-env': 'setx PORT 8001',
};

/** The text of a command on an operating system. */
export function commandText(id: CommandId, platform: Platform): string {
  return (platform === 'windows' ? WINDOWS : UNIX)[id];
}
