import type { Basis, EndpointDefinition } from '../../contract/endpoint.js';

/** The areas of a report, in its order. */
export const areas = [
  'Access',
  'Organization',
  'Profile',
  'Security',
  'API keys',
  'Users',
  'Invitations',
  'GoHighLevel',
  'Cal.com',
  'Agents and health',
] as const;
type Area = (typeof areas)[number];

/** The areas by sections of docs/contract.md. */
const areaOfSection: Readonly<Record<string, Area>> = {
  '4': 'Organization',
  '5.2': 'Profile',
  '5.3': 'Profile',
  '5.4': 'Access',
  '5.5': 'Access',
  '5.6': 'Security',
  '5.7': 'Security',
  '5.8': 'Security',
  '6': 'API keys',
  '7.1': 'Users',
  '7.2': 'Invitations',
  '10': 'GoHighLevel',
  '11': 'Cal.com',
  '12': 'Agents and health',
};

/**
 * A finding of a check: `wrong` violates the contract; a `note` is about something that the contract allows, and names
 * the effect on the panes.
 */
export interface Finding {
  readonly kind: 'wrong' | 'note';
  readonly text: string;
}

export const wrong = (text: string): Finding => ({ kind: 'wrong', text });
export const note = (text: string): Finding => ({ kind: 'note', text });

/** `unavailable`: the kit shows the part as unavailable, not as an error. */
export type Verdict = 'works' | 'unavailable' | 'not checked' | 'wrong';

/** The verdict on an operation, with its reason if there is one. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Why the operation is unavailable or was not checked. */
  readonly reason?: string | undefined;
  readonly findings: readonly Finding[];
}

/** A line of the report. */
export interface CheckResult extends Judgement {
  readonly area: Area;
  /** The operation's name, or the name of a check for all operations. */
  readonly name: string;
  /** Absent if the line is not about an operation. */
  readonly basis?: Basis;
  /** The section of docs/contract.md. */
  readonly section: string;
}

/** The result of `checkServer`. */
export interface Report {
  readonly server: string;
  readonly organizationId: string | undefined;
  /** The role of the token's user. */
  readonly role: string | undefined;
  /** Whether operations that change data were checked. */
  readonly hasWrites: boolean;
  readonly results: readonly CheckResult[];
}

/** Adds findings to a judgement; the verdict is `wrong` if one of the findings is. */
export function withFindings(judgement: Judgement, more: readonly Finding[]): Judgement {
  const findings = [...judgement.findings, ...more];
  return {
    ...judgement,
    verdict: findings.some(({ kind }) => kind === 'wrong') ? 'wrong' : judgement.verdict,
    findings,
  };
}

/** The judgement for findings alone: `works`, unless a finding is `wrong`. */
export const judgementOf = (findings: readonly Finding[]): Judgement =>
  withFindings({ verdict: 'works', findings: [] }, findings);

export const notChecked = (reason: string): Judgement => ({ verdict: 'not checked', reason, findings: [] });

/** A line of the report about an operation. */
export function resultOf(operation: EndpointDefinition, judgement: Judgement): CheckResult {
  const { name, basis, section } = operation;
  const area = areaOfSection[section] ?? areaOfSection[section.split('.')[0] ?? ''];
  if (!area) throw new Error(`No area has section ${section} of docs/contract.md`);
  return { area, name, basis, section, ...judgement };
}
