import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright';

/** Rules of axe that are not asked for, and why. */
const excusedOfAxe = [
  'color-contrast-enhanced', // 7:1 is level AAA; the kit promises 4.5:1, and the theme high-contrast has more
  'empty-table-header', // headers of cards have their text in ::before, which screen readers read and axe does not
];

/**
 * Findings of the IBM engine that are not asked for, and why: of a rule, in any element or in those whose markup holds the
 * rest. A POTENTIAL or MANUAL one asks for a look, which they had.
 */
const excusedOfIbm = [
  'aria_content_in_landmark FAIL', // an element is a part of a page, which has the landmarks
  'aria_role_redundant FAIL', // browsers drop the roles of lists without markers and of tables laid out as a grid
  'a_target_warning POTENTIAL', // the sentence before the link says that a window opens
  'aria_keyboard_handler_exists POTENTIAL', // a list of tabs is moved in by the keys that its tabs handle
  'form_submit_button_exists POTENTIAL', // the save bar has the button, out of sight until something changes
  'input_fields_grouped POTENTIAL', // fields of one form, which has a heading
  'input_label_visible POTENTIAL', // the label of a select in a shadow root; buttons of an icon, which have a tooltip
  'list_structure_proper POTENTIAL', // a div around each pair of a dl, as HTML allows
  'style_highcontrast_visible MANUAL', // forced colors have tests of their own, in test/theme
  'text_block_heading POTENTIAL', // said of every heading that is not an h1 to h6, as the host chooses the level
  'text_sensory_misuse POTENTIAL', // "left" as in remaining, "larger" of a plan
  // The search moves through its options by aria-activedescendant, which the engine looks for on the list.
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
  /** What the rule is worth, and what it found. */
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

/** Loads both engines with every page that is opened from then on. */
export async function loadEngines(page: Page): Promise<void> {
  await page.addInitScript(axeScript);
  await page.addInitScript(ibmScript);
}

/** What axe with all its rules and the IBM engine find in the story of a page. */
export async function findingsIn(page: Page): Promise<string[]> {
  return [...(await findingsOfAxe(page)), ...(await findingsOfIbm(page))];
}
