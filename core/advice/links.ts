/** Every page that may be opened in the browser, by name. */
export const LINK_IDS = ['install-guide', 'troubleshooting'] as const;

export type LinkId = (typeof LINK_IDS)[number];

/** Their addresses: no other is ever opened. */
export const LINKS: Readonly<Record<LinkId, string>> = {
  'install-guide': 'https://code.claude.com/docs/en/setup',
  troubleshooting: 'https://code.claude.com/docs/en/troubleshooting',
};
