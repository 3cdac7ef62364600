import { areas, type CheckResult, type Report, type Verdict } from './report.js';

/** The labels of the verdicts, padded to one width. */
const marks: Readonly<Record<Verdict, string>> = {
  works: 'ok          ',
  wrong: 'WRONG       ',
  unavailable: 'unavailable ',
  'not checked': 'not checked ',
};

/** How many results have each verdict. */
export function countVerdicts({ results }: Report): Record<Verdict, number> {
  const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length;
  return {
    works: count('works'),
    wrong: count('wrong'),
    unavailable: count('unavailable'),
    'not checked': count('not checked'),
  };
}

/** The report as text, area by area. */
export function tableOf(report: Report): string {
  const { server, organizationId, role, results } = report;
  const width = Math.max(...results.map(({ name }) => name.length));
  const line = ({ verdict, name, basis, section, reason, findings }: CheckResult) => [
    `  ${marks[verdict]}${name.padEnd(width)}  ${basis ? `${basis}, ` : ''}docs/contract.md ${section}${reason ? `: ${reason}` : ''}`,
    ...findings.map(({ kind, text }) => `      ${kind === 'wrong' ? 'wrong:' : 'note: '} ${text}`),
  ];
  const counts = countVerdicts(report);
  return [
    `${server}, organization ${organizationId}${role ? `, as ${role}` : ''}`,
    ...areas.flatMap((area) => ['', area, ...results.filter((result) => result.area === area).flatMap(line)]),
    '',
    `${counts.works} ok, ${counts.unavailable} unavailable, ${counts['not checked']} not checked, ${counts.wrong} wrong`,
    '',
  ].join('\n');
}
