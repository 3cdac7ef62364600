import * as classes from '../elements/classes.js';
import { register } from './register.js';

/** The tag of a class: `agni-api-keys` of `AgniApiKeys`. */
const tagOf = (name: string) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase();

register(Object.fromEntries(Object.entries(classes).map(([name, element]) => [tagOf(name), element])));

export { AgniProvider } from '../context/agni-provider.js';
