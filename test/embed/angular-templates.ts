const right = [
  `<agni-provider baseUrl="/" [getToken]="token"><agni-settings [pane]="'users'" readonly (agni-navigate)="use($event.detail.pane)" /></agni-provider>`,
  `<agni-users [headingLevel]="3" (agni-before-remove-user)="$event.detail.waitUntil(wait)" />`,
];

const wrong = [
  '<agni-settings [pane]="5" />',
  '<agni-settings routing="history" />',
  '<agni-settings [panee]="token" />',
  '<agni-provider [getToken]="count" />',
  '<agni-settings (agni-navigate)="use($event.detail.path)" />',
  '<agni-users pane="users" [cards]="[]" />',
];

const component = (
  template: string,
) => `@Component({ imports: [AgniProvider, AgniSettings, AgniUsers], template: \`${template}\` })
export class Case extends Base {}`;

/** A module with a component for each template, and the lines in which Angular's compiler must report an error. */
export const angularTemplates = {
  module: [
    `import { Component } from '@angular/core'; import { AgniProvider, AgniSettings, AgniUsers } from 'agni-settings/angular'; class Base { wait = Promise.resolve(); token = () => 'token'; count = () => 5; use(pane: string) { return pane; } }`,
    ...[...right, ...wrong].map((template, index) => component(template).replace('Case', `Case${index}`)),
  ].join('\n'),
  faultyLines: wrong.map((_, index) => 2 + 2 * (right.length + index)),
};
