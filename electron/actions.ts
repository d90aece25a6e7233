import { app } from 'electron';
import type { Outcome } from '../core/contract.ts';
import type { MenuAction } from '../core/text/menu.ts';
import type { Monitor } from '../engine/monitor.ts';
import type { CopyIncident } from './incident-copy.ts';
import type { Log } from './log.ts';
import type { Memory } from './memory.ts';
import { ownUsage } from './own-usage.ts';
import type { ProxySearch } from './proxy-search.ts';
import type { RecordingKeeper } from './recording-keeper.ts';
import type { ReportKeeper } from './report-keeper.ts';
import type { SettingsActions } from './settings-actions.ts';
import type { Snoozing } from './snoozing.ts';
import { takeStep, type StepTools } from './use-step.ts';

export interface ActionTargets {
  readonly monitor: Pick<Monitor, 'checkNow' | 'pause' | 'resume' | 'diagnose' | 'stopDiagnosis'>;
  readonly popup: { show(): void; hide(): void };
  readonly steps: StepTools;
  readonly report: ReportKeeper;
  readonly copyIncident: CopyIncident;
  readonly recordings: RecordingKeeper;
  readonly settings: SettingsActions;
  readonly snoozing: Pick<Snoozing, 'snooze' | 'end'>;
  readonly search: Pick<ProxySearch, 'find'>;
  readonly memory: Memory;
  readonly log: Log;
}

/** Does what a face asked for, and tells what became of it; never rejects. */
export type Act = (action: MenuAction) => Promise<Outcome>;

/** Ties the actions to what they act upon. */
export function actOn(targets: ActionTargets): Act {
  return async (action) => {
    try {
      const result = await perform(action, targets);
      return typeof result === 'object' ? result : { done: result !== false };
    } catch (error) {
      targets.log(`The action ${action.type} failed`, error);
      return { done: false };
    }
  };
}

type Result = Outcome | boolean | void;

function perform(action: MenuAction, targets: ActionTargets): Result | Promise<Result> {
  const { monitor, popup, steps, report, copyIncident, recordings, settings, snoozing, search, memory } = targets;
  switch (action.type) {
    case 'check-now':
      return monitor.checkNow();
    case 'pause':
      return monitor.pause(action.target);
    case 'resume':
      return monitor.resume(action.target);
    case 'use-step':
      return takeStep(action, steps);
    case 'diagnose':
      return monitor.diagnose(action.target, action.only);
    case 'stop-diagnosis':
      return monitor.stopDiagnosis();
    case 'write-report':
      return written(report.write(action.format));
    case 'copy-report':
      return report.copy();
    case 'save-report':
      return report.save();
    case 'copy-incident':
      return copyIncident(action.target, action.startedAt);
    case 'save-recording':
      return recordings.save({ targetId: action.target, startedAt: action.startedAt });
    case 'read-recording':
      return handedOver(recordings.read({ targetId: action.target, startedAt: action.startedAt }));
    case 'change-setting':
      return settings.change(action.key, action.value);
    case 'reset-settings':
      return settings.reset();
    case 'export-settings':
      return settings.export();
    case 'import-settings':
      return settings.import();
    case 'find-proxies':
      return search.find();
    case 'measure':
      return ownUsage().then((usage) => ({ done: true, usage }));
    case 'look-back': {
      const lookBack = memory.lookBack(action.target, action.span);
      return lookBack === undefined ? false : { done: true, lookBack };
    }
    case 'note-incident':
      return memory.note(action.target, action.incident, action.note);
    case 'snooze':
      return snoozing.snooze(action.until);
    case 'end-snooze':
      return snoozing.end();
    case 'open-diagnostics':
      // The popup turns to a diagnosis by itself.
      monitor.diagnose(action.target);
      return popup.show();
    case 'open-popup':
      return popup.show();
    case 'hide':
      return popup.hide();
    case 'quit':
      return app.quit();
  }
}

async function handedOver(reading: ReturnType<RecordingKeeper['read']>): Promise<Outcome> {
  const moments = await reading;
  return moments === undefined ? { done: false } : { done: true, moments };
}

async function written(report: Promise<string>): Promise<Outcome> {
  return { done: true, report: await report };
}
