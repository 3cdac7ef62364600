import { register } from './register.js';

register();

export { AgniProvider } from '../context/agni-provider.js';
