/**
 * Every fuse of Electron's that its packager knows, so that none is left to chance.
 * @satisfies {Required<Omit<import('electron-builder').Configuration['electronFuses'] & {}, 'resetAdHocDarwinSignature'>>}
 */
export const FUSES = {
  // The app is no Node for whoever finds it.
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // No folder beside the archive is taken for the app; on macOS and Windows the archive is checked, too.
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  // Nothing is loaded from file://, and no cookie is ever set.
  grantFileProtocolExtraPrivileges: false,
  enableCookieEncryption: true,
  // There is no such snapshot.
  loadBrowserProcessSpecificV8Snapshot: false,
};
