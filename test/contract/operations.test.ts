import { expect } from '@open-wc/testing';
import * as contract from '../../src/contract/all.js';

const documented = {
  getOrganization: 'GET /api/v1/organizations/profile/{id}',
  getGhlSetupStatus: 'GET /api/v1/ghl/setup/status',
  authorizeGhl: 'GET /api/v1/ghl/oauth/authorize',
  finishGhlAuthorization: 'GET /api/v1/ghl/oauth/callback',
  listGhlCalendars: 'GET /api/v1/ghl/setup/calendars',
  getGhlAgentByCalendar: 'GET /api/v1/ghl/setup/agents/calendar/{calendar_id}',
  listGhlAppointments: 'GET /api/v1/ghl/appointments',
  getGhlAppointment: 'GET /api/v1/ghl/appointments/{appointment_id}',
  manageGhlAppointment: 'POST /api/v1/ghl/appointments/manage',
  disconnectGhl: 'POST /api/v1/ghl/disconnect',
  getCalcomStatus: 'GET /api/v1/calcom/status',
  connectCalcom: 'POST /api/v1/calcom/connect',
  disconnectCalcom: 'POST /api/v1/calcom/disconnect',
  listCalcomEventTypes: 'GET /api/v1/calcom/event-types',
  findCalcomEventType: 'GET /api/v1/calcom/event-types/lookup/{platform_id}',
  listCalcomAppointments: 'GET /api/v1/calcom/appointments',
  getCalcomAppointment: 'GET /api/v1/calcom/appointments/{appointment_id}',
  manageCalcomAppointment: 'POST /api/v1/calcom/appointments/manage',
  getCalcomAgentStatus: 'GET /api/v1/calcom/agents/{agent_id}/status',
  getCalcomAgentInfo: 'GET /api/v1/calcom/agents/{agent_id}/info',
  getCalcomAgentAccount: 'GET /api/v1/calcom/agents/{agent_id}/account',
  assignCalcomAgentAccount: 'PUT /api/v1/calcom/agents/{agent_id}/account',
  connectCalcomAgent: 'POST /api/v1/calcom/agents/{agent_id}/connect',
  listAgents: 'GET /api/v1/agents/',
  getHealth: 'GET /health',
  getReadiness: 'GET /ready',
};

const assumed = {
  updateOrganization: 'PATCH /api/v1/organizations/profile/{id}',
  listRegions: 'GET /api/v1/organizations/regions',
  getCurrentUser: 'GET /api/v1/users/me',
  updateCurrentUser: 'PATCH /api/v1/users/me',
  login: 'POST /api/v1/auth/login',
  answerTwoFactorChallenge: 'POST /api/v1/auth/2fa/challenge',
  refreshSession: 'POST /api/v1/auth/refresh',
  logout: 'POST /api/v1/auth/logout',
  changePassword: 'POST /api/v1/auth/change-password',
  getTwoFactor: 'GET /api/v1/auth/2fa',
  setUpTwoFactor: 'POST /api/v1/auth/2fa/setup',
  verifyTwoFactor: 'POST /api/v1/auth/2fa/verify',
  disableTwoFactor: 'POST /api/v1/auth/2fa/disable',
  replaceRecoveryCodes: 'POST /api/v1/auth/2fa/recovery-codes',
  listSessions: 'GET /api/v1/auth/sessions',
  revokeSession: 'DELETE /api/v1/auth/sessions/{session_id}',
  revokeOtherSessions: 'POST /api/v1/auth/sessions/revoke-others',
  listApiKeys: 'GET /api/v1/api-keys',
  createApiKey: 'POST /api/v1/api-keys',
  deleteApiKey: 'DELETE /api/v1/api-keys/{id}',
  listUsers: 'GET /api/v1/users',
  getUser: 'GET /api/v1/users/{id}',
  changeUserRole: 'PATCH /api/v1/users/{id}',
  removeUser: 'DELETE /api/v1/users/{id}',
  listRoles: 'GET /api/v1/roles',
  inviteUser: 'POST /api/v1/users/invite',
  listInvitations: 'GET /api/v1/users/invitations',
  resendInvitation: 'POST /api/v1/users/invitations/{id}/resend',
  revokeInvitation: 'DELETE /api/v1/users/invitations/{id}',
  disconnectCalcomAgent: 'POST /api/v1/calcom/agents/{agent_id}/disconnect',
};

const operations = Object.values(contract.endpoints);

describe('the operations', () => {
  it('are those of the document, each at its literal path', () => {
    const found = Object.fromEntries(operations.map(({ name, method, path }) => [name, `${method} ${path}`]));
    expect(found).to.deep.equal({ ...documented, ...assumed });
    expect(operations).to.have.length(56);
  });

  it('say which of them are assumed', () => {
    const names = operations.filter(({ basis }) => basis === 'assumed').map(({ name }) => name);
    expect(names.sort()).to.deep.equal(Object.keys(assumed).sort());
    expect(names).to.have.length(30);
  });

  it('are named like their exports', () => {
    const exported = contract as unknown as Record<string, unknown>;
    for (const operation of operations) expect(exported[operation.name], operation.name).to.equal(operation);
  });

  it('ask nobody to sign in for signing in, health and what the provider calls itself', () => {
    const open = operations.filter(({ auth }) => auth === 'none').map(({ name }) => name);
    expect(open.sort()).to.deep.equal([
      'answerTwoFactorChallenge',
      'finishGhlAuthorization',
      'getHealth',
      'getReadiness',
      'login',
      'manageCalcomAppointment',
      'manageGhlAppointment',
      'refreshSession',
    ]);
  });

  it('take a key where the vendor documents a key', () => {
    const byKey = operations.filter(({ auth }) => auth === 'key').map(({ path }) => path);
    expect(byKey.every((path) => path.startsWith('/api/v1/ghl/') || path === '/api/v1/agents/')).to.equal(true);
  });

  it('that read carry no body, and every one that answers nothing reads nothing', () => {
    for (const { name, method, body, shape, reply } of operations) {
      if (method === 'GET' || method === 'DELETE') expect(body, name).to.equal(undefined);
      if (shape === 'none' || shape === 'redirect') expect(reply, name).to.equal(undefined);
      else expect(reply, name).not.to.equal(undefined);
    }
  });
});

describe('a path', () => {
  const fill = (id: string) => contract.fillPath('/api/v1/users/{id}/x', { id });

  it('keeps a parameter within its segment', () => {
    expect(fill('a/b?c#d e%2Fé')).to.equal('/api/v1/users/a%2Fb%3Fc%23d%20e%252F%C3%A9/x');
  });

  it('refuses a parameter that would climb or vanish', () => {
    for (const id of ['', '.', '..']) expect(() => fill(id)).to.throw('id');
    expect(fill('...a')).to.equal('/api/v1/users/...a/x');
  });
});
