import { told } from '../health/fields.ts';
import type { FindingId } from '../health/finding.ts';
import { isBad, type Health, type Light } from '../health/light.ts';
import type { Component, Report } from '../health/report.ts';
import type { Incident } from '../monitor/incident.ts';
import type { TargetView } from '../snapshot.ts';
import { isLoopback, portOf } from '../target-url.ts';
import { reportedFinding, type ReportedFinding } from './reported-finding.ts';
import { hostTold, momentTold, type Sayer } from './say.ts';

/** A component as a report has it: nobody's name is in it, and no path but below a home. */
export interface ReportedComponent {
  readonly id: string;
  readonly light: Health;
  readonly role: Component['role'];
  readonly word?: string;
  readonly version?: string;
  readonly path?: string;
  readonly message?: string;
  readonly host?: string;
  readonly port?: number;
  readonly uptimeSeconds?: number;
  readonly requests?: number;
  readonly errors?: number;
  readonly signedIn?: boolean;
}

export interface ReportedAnswer {
  readonly dialect: string;
  readonly basic: boolean;
  readonly overall: Health;
  readonly word?: string;
  readonly service?: string;
  readonly version?: string;
  readonly said?: string;
  readonly components: readonly ReportedComponent[];
  readonly componentsLeftOut: number;
}

export interface ReportedIncident {
  readonly number: number;
  readonly root: FindingId;
  readonly startedAt: string;
  readonly endedAt?: string;
}

export interface ReportedProof {
  readonly finding: FindingId;
  readonly step: string;
  readonly state: string;
  readonly usedAt: string;
  readonly fixedAt?: string;
}

export interface ReportedTarget {
  /** Its place among the targets, from 1. */
  readonly number: number;
  readonly address: string;
  readonly light: Light;
  readonly confirmed: boolean;
  readonly since: string;
  readonly probedAt?: string;
  readonly ms?: number;
  readonly findings: readonly ReportedFinding[];
  readonly answer?: ReportedAnswer;
  readonly incident?: ReportedIncident;
  readonly lastIncident?: ReportedIncident;
  readonly proof?: ReportedProof;
}

/** `components`: at most how many of them are told. */
export function reportedTarget(view: TargetView, number: number, components: number, say: Sayer): ReportedTarget {
  const { light, confirmed, since, probedAt, ms, findings, report, incident, lastIncident, proof } = view;
  return told<ReportedTarget>({
    number,
    address: say.text(addressTold(view.url)),
    light,
    confirmed,
    since: momentTold(since),
    probedAt: probedAt === undefined ? undefined : momentTold(probedAt),
    ms: ms === undefined ? undefined : Math.round(ms),
    findings: findings.slice(0, say.limits.findings).map((finding) => reportedFinding(finding, say)),
    answer: report && reportedAnswer(report, components, say),
    incident: incident && reportedIncident(incident),
    lastIncident: lastIncident && reportedIncident(lastIncident),
    proof: proof && {
      finding: proof.finding,
      step: proof.step,
      state: proof.state,
      usedAt: momentTold(proof.usedAt),
      ...(proof.fixedAt !== undefined && { fixedAt: momentTold(proof.fixedAt) }),
    },
  });
}

/** The address of a target: of another computer the port alone, which says nothing of anybody. */
export function addressTold(address: string): string {
  try {
    const url = new URL(address);
    return isLoopback(url.hostname) ? address : `[host]:${portOf(url)}`;
  } catch {
    // An address that is none: a report has to be written all the same.
    return '[host]';
  }
}

function reportedAnswer(report: Report, max: number, say: Sayer): ReportedAnswer {
  const { dialect, basic, overall, word, service, version, said, components, omitted } = report;
  const text = (raw: string | undefined): string | undefined => (raw === undefined ? undefined : say.text(raw));
  const kept = components.toSorted((a, b) => Number(isBad(b.health)) - Number(isBad(a.health))).slice(0, max);
  return told<ReportedAnswer>({
    dialect: say.text(dialect),
    basic,
    overall,
    word: text(word),
    service: text(service),
    version: text(version),
    said: text(said),
    components: kept.map((component) => reportedComponent(component, say)),
    componentsLeftOut: omitted + components.length - kept.length,
  });
}

function reportedComponent(component: Component, say: Sayer): ReportedComponent {
  const { id, health, role, word, version, path, message, host } = component;
  const { port, uptimeSeconds, requests, errors, signedIn } = component;
  const text = (raw: string | undefined): string | undefined => (raw === undefined ? undefined : say.text(raw));
  return told<ReportedComponent>({
    id: say.text(id),
    light: health,
    role,
    word: text(word),
    version: text(version),
    path: text(path),
    message: text(message),
    host: host === undefined ? undefined : say.text(hostTold(host)),
    port,
    uptimeSeconds,
    requests,
    errors,
    signedIn,
  });
}

function reportedIncident({ number, root, startedAt, endedAt }: Incident): ReportedIncident {
  return {
    number,
    root,
    startedAt: momentTold(startedAt),
    ...(endedAt !== undefined && { endedAt: momentTold(endedAt) }),
  };
}
