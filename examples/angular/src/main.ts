import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { ApiKeys } from './api-keys';
import { App } from './app';
import { Settings } from './settings';

const routes = [
  { path: 'settings/:pane', component: Settings },
  { path: 'api-keys', component: ApiKeys },
  { path: '**', redirectTo: 'settings/profile' },
];

bootstrapApplication(App, { providers: [provideRouter(routes, withComponentInputBinding())] });
