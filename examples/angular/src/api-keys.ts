import { Component } from '@angular/core';
import { AgniApiKeys } from 'agni-settings/angular';

/** One pane on a page of its own. */
@Component({
  selector: 'app-api-keys',
  imports: [AgniApiKeys],
  template: '<agni-api-keys [headingLevel]="1" />',
})
export class ApiKeys {}
