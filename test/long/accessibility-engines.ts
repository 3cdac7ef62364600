import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright';

/** Rules of axe that do not apply, and the reasons. */
const excusedOfAxe = [
  'color-contrast-enhanced', // 7:1 is level AAA; the kit promises 4.5:1, and the theme high-contrast offers more
  'empty-table-header', // headers of cards have their text in ::before, which screen readers read and axe does not
];

/**
 * Findings of the IBM engine that do not apply, and the reasons: a rule, its result, and a text in the markup of the
 * elements, if not all are meant. POTENTIAL and MANUAL findings require a manual check, which was done.
 */
const excusedOfIbm = [
  'aria_content_in_landmark FAIL', // elements are parts of a page, and the page has the landmarks
  'aria_role_redundant FAIL', // browsers drop the roles of lists without markers and of tables laid out as a grid
  'a_target_warning POTENTIAL', // the sentence before the link announces the new window
  'aria_keyboard_handler_exists POTENTIAL', // the tabs handle the arrow keys of their list
  'form_submit_button_exists POTENTIAL', // the save bar has the button, hidden until something changes
  'input_fields_grouped POTENTIAL', // the form of the fields has a heading
  'input_label_visible POTENTIAL', // the label of a select in a shadow root; buttons of an icon, which have a tooltip
  'list_structure_proper POTENTIAL', // a div around each pair of a dl, as HTML allows
  'style_highcontrast_visible MANUAL', // forced colors have tests of their own, in test/theme
  'text_block_heading POTENTIAL', // reported for headings other than h1 to h6: the host chooses the level
  'text_sensory_misuse POTENTIAL', // "left" means remaining, "larger" describes a plan
  // The search moves through its options with aria-activedescendant, which the engine expects on the list.
  'aria_child_tabbable FAIL role="listbox"',
  'widget_tabbable_exists POTENTIAL role="listbox"',
];

declare const axe: typeof Axe;

/** The IBM engine, as its script declares it. */
declare const ace: {
  Checker: new () => {
    check(root: Element, rulesets: string[]): Promise<{ results: IbmResult[] }>;
  };
};

interface IbmResult {
  ruleId: string;
  /** The level of the rule, and the result of the check. */
  value: [level: 'VIOLATION' | 'RECOMMENDATION' | 'INFORMATION', result: 'PASS' | 'FAIL' | 'POTENTIAL' | 'MANUAL'];
  message: string;
  snippet: string;
}

const require = createRequire(import.meta.url);
const axeScript = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const ibmScript = `${readFileSync(require.resolve('accessibility-checker-engine'), 'utf8')}; window.ace = ace;`;

function findingsOfAxe(page: Page): Promise<string[]> {
  return page.evaluate(async (excused) => {
    const rules = Object.fromEntries(
      axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !excused.includes(ruleId) }]),
    );
    const { violations } = await axe.run('#storybook-root', { rules, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `axe, ${id}: ${failureSummary} ${html}`),
    );
  }, excusedOfAxe);
}

function findingsOfIbm(page: Page): Promise<string[]> {
  return page.evaluate(async (excused) => {
    const root = document.querySelector('#storybook-root') as Element;
    const { results } = await new ace.Checker().check(root, ['IBM_Accessibility']);
    return results
      .filter(({ value: [level, result] }) => level !== 'INFORMATION' && result !== 'PASS')
      .filter(
        ({ ruleId, value: [, result], snippet }) =>
          !excused.some((finding) => {
            const [rule, outcome, part = ''] = finding.split(' ');
            return rule === ruleId && outcome === result && snippet.includes(part);
          }),
      )
      .map(({ ruleId, message, snippet }) => `IBM, ${ruleId}: ${message} ${snippet}`);
  }, excusedOfIbm);
}

/** Loads both engines in every document that the page opens from now on. */
export async function loadEngines(page: Page): Promise<void> {
  await page.addInitScript(axeScript);
  await page.addInitScript(ibmScript);
}

/** The findings of axe, with all its rules, and of the IBM engine in the story that a page shows. */
export async function findingsIn(page: Page): Promise<string[]> {
  return [...(await findingsOfAxe(page)), ...(await findingsOfIbm(page))];
}
