import { Component, signal } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { AgniProvider } from 'agni-settings/angular';
import { apiUrl, getToken } from './session';

/** The provider stays mounted while pages change, so that the pages share loaded data. */
@Component({
  selector: 'app-root',
  imports: [AgniProvider, RouterLink, RouterOutlet],
  template: `
    <nav><a routerLink="/settings/profile">Settings</a> <a routerLink="/api-keys">API keys page</a></nav>
    <p role="status">{{ status() }}</p>
    <agni-provider
      [baseUrl]="apiUrl"
      [getToken]="getToken"
      (agni-profile-updated)="status.set('Updated ' + $event.detail.email)"
    >
      <router-outlet />
    </agni-provider>
  `,
})
export class App {
  protected readonly apiUrl = apiUrl;
  protected readonly getToken = getToken;
  protected readonly status = signal('');
}
