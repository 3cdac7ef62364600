import { register } from './register.js';

register();

export type { AgniProvider } from '../context/agni-provider.js';
