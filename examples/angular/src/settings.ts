import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { AgniSettings } from 'agni-settings/angular';

const addressOf = (pane: string) => `/settings/${pane}`;

/** The hub. The route determines the open pane. */
@Component({
  selector: 'app-settings',
  imports: [AgniSettings],
  template: '<agni-settings [pane]="pane()" [href]="addressOf" (agni-navigate)="open($event)" />',
})
export class Settings {
  readonly pane = input.required<string>();
  protected readonly addressOf = addressOf;
  readonly #router = inject(Router);

  protected open(event: CustomEvent<{ pane: string }>) {
    event.preventDefault();
    this.#router.navigateByUrl(addressOf(event.detail.pane));
  }
}
