import type { Catalogue } from '../text/catalogue.ts';
import { codeSpan } from './code-span.ts';
import type { ReportModel } from './model.ts';
import type { ReportedCheck } from './reported-diagnosis.ts';
import type { ReportedFinding } from './reported-finding.ts';
import type { ReportedAnswer, ReportedTarget } from './reported-target.ts';

/** A report for people. Outside of code spans every word is our own. */
export function reportAsMarkdown(model: ReportModel, texts: Catalogue): string {
  const { at, appVersion, platform, light, shortened, targets, targetsLeftOut, errors } = model;
  const sections: readonly (readonly string[])[] = [
    [`# ${texts.report.title}`],
    fieldLines({ at, appVersion, platform, light }),
    ...(shortened ? [[texts.report.shortened]] : []),
    ...targets.flatMap((target) => targetSections(target, texts)),
    ...(targetsLeftOut === 0 ? [] : [[texts.report.targetsLeftOut(targetsLeftOut)]]),
    ...diagnosisSections(model, texts),
    ...computerSections(model, texts),
    ...(errors.length === 0 ? [] : [[`## ${texts.report.errors}`], errors.map((line) => `- ${codeSpan(line)}`)]),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function targetSections(target: ReportedTarget, texts: Catalogue): readonly (readonly string[])[] {
  const { number, address, findings, answer, ...rest } = target;
  return [
    [`## ${texts.report.target(number)}: ${codeSpan(address)}`],
    fieldLines(rest),
    ...(findings.length === 0
      ? []
      : [[`### ${texts.report.findings}`], findings.map((finding) => `- ${findingLine(finding, texts)}`)]),
    ...(answer === undefined ? [] : answerSections(answer, texts)),
  ];
}

function answerSections(answer: ReportedAnswer, texts: Catalogue): readonly (readonly string[])[] {
  const { components, componentsLeftOut, ...rest } = answer;
  return [
    [`### ${texts.report.answer}`],
    fieldLines(rest),
    ...(components.length === 0 ? [] : [components.map(({ id, ...told }) => `- ${codeSpan(id)}: ${inLine(told)}`)]),
    ...(componentsLeftOut === 0 ? [] : [[texts.moreComponents(componentsLeftOut)]]),
  ];
}

/** A finding with its evidence, in a line. */
export function findingLine({ id, severity, component, evidence }: ReportedFinding, { findings }: Catalogue): string {
  const told = inLine({ severity, ...(component !== undefined && { component }), ...evidence });
  // Without its evidence a headline is in our own words alone.
  return `${findings[id].headline({})} (${codeSpan(id)}): ${told}`;
}

function diagnosisSections({ diagnosis }: ReportModel, texts: Catalogue): readonly (readonly string[])[] {
  if (diagnosis === undefined) return [];
  const { checks, ...rest } = diagnosis;
  return [[`## ${texts.diagnosis.title}`], fieldLines(rest), checks.map((check) => `- ${checkLine(check, texts)}`)];
}

function checkLine({ id, result, finding, because, ms, evidence }: ReportedCheck, texts: Catalogue): string {
  const { states, skipped } = texts.diagnosis;
  const state = finding === undefined ? result : finding.severity === 'hint' ? 'warn' : 'fail';
  const told = [
    ...(because === undefined ? [] : [skipped[because]]),
    ...(ms === undefined ? [] : [texts.milliseconds(ms)]),
    ...(finding === undefined ? [] : [findingLine(finding, texts)]),
    ...(evidence === undefined || Object.keys(evidence).length === 0 ? [] : [inLine(evidence)]),
  ];
  const word = state === 'found' ? states.fail : states[state];
  return [`${texts.checks[id].name} (${codeSpan(id)}): ${word}`, ...told].join(', ');
}

function computerSections({ computer, worked }: ReportModel, texts: Catalogue): readonly (readonly string[])[] {
  const helped = Object.entries(worked).map(([finding, step]) => `- ${codeSpan(finding)}: ${codeSpan(step)}`);
  const steps = helped.length === 0 ? [] : [[`## ${texts.proof.worked}`], helped];
  if (computer === undefined) return steps;
  const { chosen, candidates, signIn, ...rest } = computer;
  return [
    [`## ${texts.diagnosis.groups.computer}`],
    [
      ...(chosen === undefined ? [] : [`- chosen: ${inLine({ ...chosen })}`]),
      ...candidates.map((cli) => `- candidate: ${inLine({ ...cli })}`),
      `- signIn: ${inLine({ ...signIn })}`,
      ...fieldLines(rest),
    ],
    ...steps,
  ];
}

function fieldLines(fields: object): readonly string[] {
  return Object.entries(fields).map(([key, value]) => `- ${key}: ${valueTold(value)}`);
}

function inLine(fields: object): string {
  return Object.entries(fields)
    .map(([key, value]) => `${key} ${valueTold(value)}`)
    .join(', ');
}

function valueTold(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? codeSpan('') : value.map(valueTold).join(' ');
  if (typeof value === 'object' && value !== null) return inLine(value);
  return codeSpan(String(value));
}
