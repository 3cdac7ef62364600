import { LitElement } from 'lit';
export class AgniApiKeys extends LitElement {}
