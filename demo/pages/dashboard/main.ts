// The product around the kit: who is signed in, and which part of it is on screen.
import { AgniError } from 'agni-settings';
import { getCurrentUser, getOrganization, type User } from 'agni-settings/contract';
import { byId } from './by-id.js';
import { Dashboard } from './dashboard.js';
import { HashRouter, hashName, replaceName } from './hash-router.js';
import { ProfileMenu } from './profile-menu.js';
import { Session, type SessionEnd } from './session.js';
import { Settings } from './settings.js';
import { SignInForm, sayFailure } from './sign-in-form.js';

const productViews: Record<string, string> = { overview: 'Overview', agents: 'Agents', calls: 'Calls' };

const app = byId('app', HTMLElement);
const leaveDialog = byId('leave', HTMLDialogElement);
const notice = byId('notice', HTMLElement);

const session = new Session(began, ended);
const signInForm = new SignInForm(session);
const dashboard = new Dashboard(session);
const settings = new Settings(session, () => session.end('lapsed'), demandPasswordChange);
const profileMenu = new ProfileMenu(signOut);
const router = new HashRouter(show, mayLeave);
let isStarted = false;
let person: string | undefined;
let organizationId: string | undefined;
let mustChangePassword = false;

byId('skip', HTMLAnchorElement).addEventListener('click', (event) => {
  event.preventDefault(); // the address after # is the router's
  byId('main', HTMLElement).focus();
});
app.addEventListener('agni-organization-updated', () => void nameWorkspace());
app.addEventListener('agni-profile-updated', () => void namePerson());
app.addEventListener('agni-password-changed', () => {
  mustChangePassword = false;
  void nameWorkspace();
});
app.addEventListener('agni-sign-out', (event) => {
  event.preventDefault(); // the product signs out its own way: with its other tabs, and only once nothing is lost
  void signOut();
});

session.restore().catch((error: unknown) => {
  const isOver = error instanceof AgniError && error.status === 401;
  if (!isOver) signInForm.open(sayFailure(error));
});

function began(user: User, isPasswordTemporary: boolean) {
  signInForm.close();
  mustChangePassword = isPasswordTemporary;
  if (person !== user.id) settings.clear();
  person = user.id;
  organizationId = user.organization_id;
  settings.begin(user);
  profileMenu.show(user);
  app.hidden = false;
  void nameWorkspace();
  router.start();
}

function ended(how: SessionEnd) {
  router.stop();
  app.hidden = true;
  if (leaveDialog.open) leaveDialog.close();
  dashboard.clear();
  settings.hide();
  byId('workspace-name', HTMLElement).textContent = '';
  // Whoever comes back after a session lapsed finds what was typed; signing out leaves nothing.
  if (how === 'signed-out') settings.clear();
  document.title = 'Sign In · Agni';
  isStarted = true;
  signInForm.open(how === 'lapsed' ? 'Your session has ended. Sign in to go on where you were.' : '');
  signInForm.focus();
}

function show(name: string) {
  notice.textContent = '';
  const wasInSettings = settings.isShown;
  const settingsTitle = settings.titleOf(name);
  // The server answers nothing before that; the kit leads there from its other panes, and the product from all of it.
  if (mustChangePassword && !settingsTitle) return changePassword();
  if (settingsTitle) {
    dashboard.hide();
    settings.show(name);
    document.title = `${settingsTitle} · Settings · Agni`;
  } else {
    const view = Object.hasOwn(productViews, name) ? name : 'overview';
    if (view !== name && name) replaceName();
    settings.hide();
    dashboard.show(view, productViews[view] ?? '');
    document.title = `${productViews[view]} · Agni`;
  }
  for (const link of app.querySelectorAll<HTMLAnchorElement>('nav a')) {
    const isCurrent = hashName(link) === (name || 'overview');
    link.ariaCurrent = isCurrent ? 'page' : null;
  }
  // A page that was just opened begins at its beginning; whoever went somewhere is led there, by the kit within it.
  if (isStarted && !(settingsTitle && wasInSettings)) void (settingsTitle ? settings : dashboard).focus();
  isStarted = true;
}

/** Asks before the settings are left with unsaved changes. Between its panes the kit keeps them. */
async function mayLeave(name?: string): Promise<boolean> {
  if (!settings.isDirty || (name !== undefined && settings.titleOf(name))) return true;
  leaveDialog.returnValue = '';
  leaveDialog.showModal();
  await new Promise((resolve) => leaveDialog.addEventListener('close', resolve, { once: true }));
  const isLeaving = leaveDialog.returnValue === 'leave';
  if (isLeaving) settings.discard();
  return isLeaving;
}

async function signOut() {
  if (!(await mayLeave())) return;
  try {
    await session.signOut();
  } catch (error) {
    if (error instanceof AgniError && error.status === 401) session.end('signed-out');
    else notice.textContent = `You are still signed in. ${sayFailure(error)}`;
  }
}

function demandPasswordChange() {
  mustChangePassword = true;
  if (!settings.isShown) changePassword();
}

function changePassword() {
  replaceName('security');
  router.start();
}

/** Says in which workspace this is. */
async function nameWorkspace() {
  if (!organizationId) return;
  const params = { id: organizationId };
  await adorn(async () => {
    const { name } = await session.client.call(getOrganization, { params });
    byId('workspace-name', HTMLElement).textContent = name;
  });
}

/** Says whose session this is, by the name they have now. */
async function namePerson() {
  await adorn(async () => profileMenu.show(await session.client.call(getCurrentUser, {})));
}

/** Shows what is an ornament: without an answer its place stays as it is. */
async function adorn(show: () => Promise<void>) {
  try {
    await show();
  } catch (error) {
    if (!(error instanceof AgniError) && !(error instanceof DOMException)) throw error;
  }
}
