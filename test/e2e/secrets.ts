/** A key as a proxy might quote it. Assembled here, so that no scanner takes it for a real one. */
const KEY = ['sk', 'ant', 'api03', 'Zq7vT1xK9mB4nR8wL2cY6dH3'].join('-');

/** What no text that leaves the app may hold. */
export const SECRETS = [
  KEY,
  Buffer.from(KEY).toString('base64'),
  Buffer.from(KEY).toString('hex'),
  'ada.lovelace@example.com',
  'build-host.corp.example',
] as const;
