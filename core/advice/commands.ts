import type { Platform } from '../platform.ts';

/** Every command that may be copied or run in a terminal. Constants: nothing from outside ever becomes a part of one. */
export const COMMAND_IDS = [
  'sign-in',
  'start-claude',
  'install-native',
  'install-npm',
  'install-homebrew',
  'install-winget',
  'update-native',
  'update-npm',
  'update-homebrew',
  'update-winget',
  'find-cli',
  'find-all',
  'set-cli-path',
  'other-port-flag',
  'other-port-env',
  'close-credentials',
  'except-loopback',
] as const;

export type CommandId = (typeof COMMAND_IDS)[number];

const UNIX: Readonly<Record<CommandId, string>> = {
  'sign-in': 'claude auth login',
  'start-claude': 'claude',
  'install-native': 'curl -fsSL https://claude.ai/install.sh | bash',
  // Without its optional part or its script, npm leaves a placeholder in the program's place.
  'install-npm': 'npm install -g --include=optional --ignore-scripts=false @anthropic-ai/claude-code',
  'install-homebrew': 'brew install --cask claude-code',
  'install-winget': 'winget install Anthropic.ClaudeCode',
  'update-native': 'claude update',
  'update-npm': 'npm install -g @anthropic-ai/claude-code@latest',
  'update-homebrew': 'brew upgrade --cask claude-code',
  'update-winget': 'winget upgrade Anthropic.ClaudeCode',
  'find-cli': 'command -v claude',
  'find-all': 'which -a claude',
  'set-cli-path': 'export CLAUDE_CLI_PATH="$HOME/.local/bin/claude"',
  'other-port-flag': '--port 8001',
  'other-port-env': 'export PORT=8001',
  'close-credentials': 'chmod 600 "${CLAUDE_CONFIG_DIR:-$HOME/.claude}/.credentials.json"',
  'except-loopback': 'export NO_PROXY="localhost,127.0.0.1,::1"',
};

const WINDOWS: Readonly<Record<CommandId, string>> = {
  ...UNIX,
  'install-native': 'irm https://claude.ai/install.ps1 | iex',
  'find-cli': 'where.exe claude',
  'find-all': 'where.exe claude',
  'set-cli-path': 'setx CLAUDE_CLI_PATH "%USERPROFILE%\\.local\\bin\\claude.exe"',
  'other-port-env': 'setx PORT 8001',
  'except-loopback': 'setx NO_PROXY "localhost,127.0.0.1,::1"',
};

/** The text of a command on an operating system. */
export function commandText(id: CommandId, platform: Platform): string {
  return (platform === 'windows' ? WINDOWS : UNIX)[id];
}

/** What a terminal runs of the user's own CLI for a command: its arguments. */
export const TERMINAL_COMMANDS = {
  'sign-in': ['auth', 'login'],
  // Before 2.1.40 there is no `auth`: it would be taken for a prompt.
  'start-claude': [],
  'update-native': ['update'],
} as const satisfies Partial<Record<CommandId, readonly string[]>>;

export type TerminalCommand = keyof typeof TERMINAL_COMMANDS;
