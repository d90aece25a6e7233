/** What a settings file holds, key by key, before anything of it is believed. */
export type SettingsObject = Readonly<Record<string, unknown>>;

/** Makes the form of one version from that of the version before. Never throws, whatever the file holds. */
export type VersionStep = (file: SettingsObject) => SettingsObject;

/** The way from version 1 to 2, from 2 to 3, and so on. There is one version so far. */
const STEPS: readonly VersionStep[] = [];

/** A settings file in the form that this app knows. */
export interface Migrated {
  readonly file: SettingsObject;
  /** Of a later app: it is read as far as it goes, and is never written over. */
  readonly isNewer: boolean;
}

/** The version that files of this app have. */
export function versionNow(steps: readonly VersionStep[] = STEPS): number {
  return steps.length + 1;
}

/** Brings a file of any version to the newest form. A file that names no version is of the first. */
export function migrated(file: SettingsObject, steps: readonly VersionStep[] = STEPS): Migrated {
  const { version, ...rest } = file;
  const named = typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1;
  const missing = steps.slice(named - 1);
  return { file: missing.reduce((old, step) => step(old), rest), isNewer: named > versionNow(steps) };
}
