import { bundles } from './measure/bundles.ts';
import { commandLine } from './measure/command-line.ts';
import { diagnosis } from './measure/diagnosis.ts';
import { hang } from './measure/hang.ts';
import { history } from './measure/history.ts';
import { historyPage } from './measure/history-page.ts';
import { idleClosers } from './measure/idle-closers.ts';
import { idleCpu } from './measure/idle-cpu.ts';
import { idleMemory } from './measure/idle-memory.ts';
import { killNode, killUvicorn } from './measure/kill.ts';
import { manyTargets } from './measure/many-targets.ts';
import { metrics } from './measure/metrics.ts';
import { popupOpen } from './measure/popup-open.ts';
import { popupScroll } from './measure/popup-scroll.ts';
import { probeCpu } from './measure/probe-cpu.ts';
import { restart } from './measure/restart.ts';
import { soak, soakOfFaults } from './measure/soak.ts';
import { startup } from './measure/startup.ts';
import type { Measurement } from './measurement.ts';

/** All that is measured, in the order of the table. */
export const MEASUREMENTS: readonly Measurement[] = [
  probeCpu,
  killNode,
  killUvicorn,
  restart,
  hang,
  idleClosers,
  manyTargets,
  diagnosis,
  metrics,
  commandLine,
  soak,
  soakOfFaults,
  history,
  bundles,
  startup,
  popupOpen,
  popupScroll,
  historyPage,
  idleMemory,
  idleCpu,
];
