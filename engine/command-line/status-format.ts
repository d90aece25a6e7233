/** What reads the status, beside people and scripts. */
export const STATUS_FORMATS = ['waybar', 'tmux', 'swiftbar', 'nagios'] as const;

export type StatusFormat = (typeof STATUS_FORMATS)[number];
