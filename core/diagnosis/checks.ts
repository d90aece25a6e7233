import type { Check } from './check.ts';
import { addressFamily } from './checks/address-family.ts';
import { cliExecutable } from './checks/cli-executable.ts';
import { cliFound } from './checks/cli-found.ts';
import { cliMachine } from './checks/cli-machine.ts';
import { cliRuns } from './checks/cli-runs.ts';
import { cliSame } from './checks/cli-same.ts';
import { cliSettings } from './checks/cli-settings.ts';
import { cliSingle } from './checks/cli-single.ts';
import { cliVersion } from './checks/cli-version.ts';
import { clock } from './checks/clock.ts';
import { credentialsFile } from './checks/credentials-file.ts';
import { dialect } from './checks/dialect.ts';
import { disk } from './checks/disk.ts';
import { exposure } from './checks/exposure.ts';
import { identity } from './checks/identity.ts';
import { loopbackProxy } from './checks/loopback-proxy.ts';
import { notifications } from './checks/notifications.ts';
import { pilotLight } from './checks/pilot-light.ts';
import { portOwner } from './checks/port-owner.ts';
import { processAge } from './checks/process-age.ts';
import { proxyAnswers } from './checks/proxy-answers.ts';
import { reportedHealth } from './checks/reported-health.ts';
import { responseTime } from './checks/response-time.ts';
import { searchPath } from './checks/search-path.ts';
import { settingsFile } from './checks/settings-file.ts';
import { signInExpiry } from './checks/sign-in-expiry.ts';
import { signInOverride } from './checks/sign-in-override.ts';
import { signInStatus } from './checks/sign-in-status.ts';
import { signInStored } from './checks/sign-in-stored.ts';
import { trayHost } from './checks/tray-host.ts';
import { viewsAgree } from './checks/views-agree.ts';

/** Every check, in the order in which they are shown: `CHECK_IDS`. */
export const CHECKS: readonly Check[] = [
  proxyAnswers,
  addressFamily,
  responseTime,
  dialect,
  identity,
  reportedHealth,
  portOwner,
  processAge,
  exposure,
  cliFound,
  cliExecutable,
  cliMachine,
  cliRuns,
  cliVersion,
  cliSingle,
  cliSame,
  searchPath,
  cliSettings,
  signInStored,
  signInStatus,
  signInExpiry,
  signInOverride,
  credentialsFile,
  viewsAgree,
  loopbackProxy,
  clock,
  disk,
  settingsFile,
  trayHost,
  notifications,
  pilotLight,
];
