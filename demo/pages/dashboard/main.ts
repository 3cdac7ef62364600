// The product around the kit: connects the session, the sign-in form, the router and the views.
import { AgniError } from 'agni-settings';
import { getCurrentUser, getOrganization, type User } from 'agni-settings/contract';
import { byId } from './by-id.js';
import { Dashboard } from './dashboard.js';
import { HashRouter, hashName, replaceName } from './hash-router.js';
import { ProfileMenu } from './profile-menu.js';
import { Session, type SessionEnd } from './session.js';
import { Settings } from './settings.js';
import { errorMessage, SignInForm } from './sign-in-form.js';

const productViews: Record<string, string> = { overview: 'Overview', agents: 'Agents', calls: 'Calls' };

const app = byId('app', HTMLElement);
const leaveDialog = byId('leave', HTMLDialogElement);
const notice = byId('notice', HTMLElement);

const session = new Session(onStart, onEnd);
const signInForm = new SignInForm(session);
const dashboard = new Dashboard(session);
const settings = new Settings(session, () => session.end('expired'), requirePasswordChange);
const profileMenu = new ProfileMenu(signOut);
const router = new HashRouter(show, mayLeave);
let isStarted = false;
let userId: string | undefined;
let organizationId: string | undefined;
let mustChangePassword = false;

byId('skip', HTMLAnchorElement).addEventListener('click', (event) => {
  event.preventDefault(); // the hash belongs to the router
  byId('main', HTMLElement).focus();
});
app.addEventListener('agni-organization-updated', () => void showOrganizationName());
app.addEventListener('agni-profile-updated', () => void showUserName());
app.addEventListener('agni-password-changed', () => {
  mustChangePassword = false;
  void showOrganizationName();
});
app.addEventListener('agni-sign-out', (event) => {
  event.preventDefault(); // the product signs out its other tabs too, and asks about unsaved changes
  void signOut();
});

session.restore().catch((error: unknown) => {
  const isSignedOut = error instanceof AgniError && error.status === 401;
  if (!isSignedOut) signInForm.open(errorMessage(error));
});

function onStart(user: User, isPasswordTemporary: boolean) {
  signInForm.close();
  mustChangePassword = isPasswordTemporary;
  if (userId !== user.id) settings.clear();
  userId = user.id;
  organizationId = user.organization_id;
  settings.start(user);
  profileMenu.show(user);
  app.hidden = false;
  void showOrganizationName();
  router.start();
}

function onEnd(how: SessionEnd) {
  router.stop();
  app.hidden = true;
  if (leaveDialog.open) leaveDialog.close();
  dashboard.clear();
  settings.hide();
  byId('workspace-name', HTMLElement).textContent = '';
  // Unsaved changes survive an expired session, not a sign-out.
  if (how === 'signed-out') settings.clear();
  document.title = 'Sign In · Agni';
  isStarted = true;
  signInForm.open(how === 'expired' ? 'Your session has ended. Sign in to continue where you were.' : '');
  signInForm.focus();
}

function show(name: string) {
  notice.textContent = '';
  const wasInSettings = settings.isShown;
  const settingsTitle = settings.titleOf(name);
  // The server refuses everything else. The kit redirects from its other panes, the product from its own views.
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
  // The first view does not move focus. Within the settings the kit moves focus.
  if (isStarted && !(settingsTitle && wasInSettings)) void (settingsTitle ? settings : dashboard).focus();
  isStarted = true;
}

/** Asks before leaving the settings with unsaved changes. The kit keeps the changes when another pane opens. */
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
    else notice.textContent = `You are still signed in. ${errorMessage(error)}`;
  }
}

function requirePasswordChange() {
  mustChangePassword = true;
  if (!settings.isShown) changePassword();
}

function changePassword() {
  replaceName('security');
  router.start();
}

async function showOrganizationName() {
  if (!organizationId) return;
  const params = { id: organizationId };
  await showOptional(async () => {
    const { name } = await session.client.call(getOrganization, { params });
    byId('workspace-name', HTMLElement).textContent = name;
  });
}

async function showUserName() {
  await showOptional(async () => profileMenu.show(await session.client.call(getCurrentUser, {})));
}

/** Runs `show` for optional content: if its request fails, the page does not change. */
async function showOptional(show: () => Promise<void>) {
  try {
    await show();
  } catch (error) {
    if (!(error instanceof AgniError) && !(error instanceof DOMException)) throw error;
  }
}
