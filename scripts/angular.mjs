// Writes dist/bindings/angular.js and its types: a directive for each element, which Angular's compiler reads. Angular
// has no other way to type the tags of custom elements. The format is the "partial" mode of published libraries, which
// each version of Angular compiles to the end. Writes plain text, because the kit is built without Angular.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** The first version of Angular that understands the declarations. */
const version = '20.0.0';

/** The properties and events of each element, which Angular templates can bind. */
function readElements(propertyNames) {
  const { modules } = JSON.parse(readFileSync(`${dist}custom-elements.json`, 'utf8'));
  return modules.map(({ declarations: [{ tagName, name, members = [], events }] }) => {
    const properties = members.filter((member) => propertyNames.includes(member.name));
    const isBoolean = ({ type }) => type?.text === 'boolean';
    return {
      tag: tagName,
      name,
      properties: properties.map((property) => property.name),
      booleans: properties.filter(isBoolean).map((property) => property.name),
      events: events.map((event) => event.name),
    };
  });
}

const script = (elements) => `import * as i0 from '@angular/core';
import { load } from '../define/load.js';
import { propertyNames } from './elements.js';

/** Hands its inputs to the element, and loads the element in a browser. Events need no code: Angular listens to the element. */
class ElementDirective {
  #element = i0.inject(i0.ElementRef).nativeElement;
  constructor() {
    const { localName } = this.#element;
    i0.afterNextRender(() => void load(localName));
  }
  static {
    for (const name of propertyNames) {
      Object.defineProperty(this.prototype, name, {
        set(value) {
          this.#element[name] = value;
        },
      });
    }
  }
}
${elements.map(directive).join('\n')}
`;

function directive({ tag, name, properties, booleans }) {
  const inputs = properties.map((property) =>
    booleans.includes(property)
      ? `${property}: ['${property}', '${property}', i0.booleanAttribute]`
      : `${property}: '${property}'`,
  );
  const common = `version: '${version}', ngImport: i0, type: ${name}`;
  return `export class ${name} extends ElementDirective {
  static ɵfac = i0.ɵɵngDeclareFactory({ minVersion: '12.0.0', ${common}, deps: [], target: i0.ɵɵFactoryTarget.Directive });
  static ɵdir = i0.ɵɵngDeclareDirective({ minVersion: '16.1.0', ${common}, isStandalone: true, selector: '${tag}', inputs: { ${inputs.join(', ')} } });
}`;
}

const types = (
  elements,
) => `import type { OutputRef, ɵɵDirectiveDeclaration, ɵɵFactoryDeclaration } from '@angular/core';
import type { AgniEvents, AgniProperties } from './elements.js';
declare const Listeners: new () => { [Name in keyof AgniEvents]: OutputRef<AgniEvents[Name]> };
${elements.map(declaration).join('\n')}
`;

function declaration({ tag, name, properties, booleans, events }) {
  const inputs = properties.map((property) => `'${property}': { 'alias': '${property}'; 'required': false }`);
  const outputs = events.map((event) => `'${event}': '${event}'`);
  // Angular does not check inputs that a class inherits.
  const fields = properties.map((property) => `  ${property}: AgniProperties<'${tag}'>['${property}'];`);
  const coercions = booleans.map((property) => `  static ngAcceptInputType_${property}: boolean | '' | undefined;`);
  return `/** \`<${tag}>\` in templates. */
export declare class ${name} extends Listeners {
  static ɵfac: ɵɵFactoryDeclaration<${name}, never>;
  static ɵdir: ɵɵDirectiveDeclaration<${name}, '${tag}', never, { ${inputs.join('; ')} }, { ${outputs.join('; ')} }, never, never, true, never>;
${[...coercions, ...fields].join('\n')}
}`;
}

/** Writes the directives, from the manifest and the built list of properties. */
export async function writeAngular() {
  const { propertyNames } = await import('../dist/bindings/elements.js');
  const elements = readElements(propertyNames);
  writeFileSync(`${dist}bindings/angular.js`, script(elements));
  writeFileSync(`${dist}bindings/angular.d.ts`, types(elements));
}
