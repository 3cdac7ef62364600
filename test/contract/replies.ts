// A full payload for every reply, in the order of docs/contract.md, and the keys that a reader requires.
const when = '2026-07-02T09:15:00Z';
const uuid = '0190aaaa-1111-7222-8333-444455556666';

const user = {
  id: uuid,
  email: 'ada@northwind.example',
  first_name: 'Ada',
  last_name: 'Berg',
  role: 'ADMIN',
  permissions: ['users:read'],
  status: 'ACTIVE',
  organization_id: uuid,
  two_factor_enabled: true,
  must_change_password: false,
  auth_provider: 'password',
  last_login_at: when,
  created_at: when,
  updated_at: when,
};
const organization = {
  id: uuid,
  name: 'Northwind Dental',
  slug: 'northwind-dental',
  website: 'https://northwind.example',
  status: 'ACTIVE',
  total_credits: 318.75,
  region_id: 'eu-west',
  plan_name: 'Growth',
  sub_status: 'active',
  period_end: when,
  max_concurrency: 8,
  max_members: 12,
  max_agents: 20,
  max_credits: 5000,
  api_rate_limit: 90,
  can_record_calls: true,
  can_use_api: true,
  extra_credit_price: 0.08,
  limits: { api_access: true },
  allowed_email_domains: ['northwind.example'],
};
const invitation = {
  id: uuid,
  email: 'eve@northwind.example',
  first_name: 'Eve',
  last_name: 'Ohm',
  role: 'MEMBER',
  status: 'PENDING',
  invited_by: uuid,
  created_at: when,
  expires_at: when,
  user_id: uuid,
};
const apiKey = {
  id: uuid,
  name: 'staging',
  prefix: 'ak_12',
  last_four: '9fZq',
  created_at: when,
  last_used_at: when,
  expires_at: when,
  created_by: uuid,
  is_active: true,
};
const appointment = {
  id: 'apt_1',
  ghl_appointment_id: 'g_1',
  contact_id: 'c_1',
  agent_id: uuid,
  agent_name: 'Reception',
  contact_name: 'Kim',
  contact_email: 'kim@example.com',
  contact_phone: '+4312345',
  appointment_time: when,
  status: 'confirmed',
  organization_id: uuid,
  end_time: when,
};
const booking = {
  id: 'bk_1',
  organization_id: uuid,
  agent_id: uuid,
  attendee_name: 'Kim',
  attendee_email: 'kim@example.com',
  attendee_phone: '+4312345',
  attendee_timezone: 'Europe/Vienna',
  start_time: when,
  end_time: when,
  status: 'accepted',
  calcom_booking_uid: 'uid',
  meeting_url: 'https://cal.example/1',
  duration_minutes: 30,
};
const session = { access_token: 'a.b.c', token_type: 'Bearer', expires_in: 900, refresh_token: 'r' };
const eventType = {
  id: '42',
  slug: 'check-up',
  title: 'Check-up (Front desk)',
  description: 'Yearly',
  currency: 'eur',
  duration_minutes: 30,
  price: 12.5,
  is_active: true,
};
const agentAccount = {
  connected: true,
  type: 'org_linked',
  calcom_account_id: uuid,
  account_name: 'Front desk',
  status: 'active',
  api_base_url: 'https://api.cal.example',
};
const outcome = {
  success: true,
  message: 'Booked',
  summary: 'Tomorrow at nine',
  action: 'book',
  appointment_id: 'apt_1',
  date_time: when,
  agent_name: 'Reception',
  action_required: 'none',
  available_slots: [{ date: '2026-07-03', date_label: 'Friday', slots: ['09:00'] }],
};

export interface Sample {
  /** The payload; for a list, one item. */
  readonly payload: Record<string, unknown>;
  /** The required keys. */
  readonly required: readonly string[];
}

const sample = (payload: Record<string, unknown>, ...required: string[]): Sample => ({ payload, required });

/** The sample of every operation with a reply schema, by the operation's name. */
export const samples: Readonly<Record<string, Sample>> = {
  getOrganization: sample(organization, 'id', 'name'),
  updateOrganization: sample(organization, 'id', 'name'),
  listRegions: sample({ id: 'eu-west', name: 'Europe', country: 'IE', is_default: true }, 'id', 'name'),
  getCurrentUser: sample(user, 'id', 'email', 'role'),
  updateCurrentUser: sample(user, 'id', 'email', 'role'),
  login: sample({ ...session, must_change_password: false, user }, 'access_token'),
  answerTwoFactorChallenge: sample({ ...session, must_change_password: false, user }, 'access_token'),
  refreshSession: sample(session, 'access_token'),
  changePassword: sample({ revoked_sessions: 2, access_token: 'a.b.c', expires_in: 900 }),
  getTwoFactor: sample(
    { enabled: true, method: 'totp', enabled_at: when, recovery_codes_remaining: 8, pending: false },
    'enabled',
  ),
  setUpTwoFactor: sample(
    { secret: 'JBSWY3DP', otpauth_url: 'otpauth://totp/x?secret=JBSWY3DP', expires_at: when },
    'secret',
    'otpauth_url',
  ),
  verifyTwoFactor: sample({ enabled: true, recovery_codes: ['aaaa-1111'] }, 'enabled', 'recovery_codes'),
  replaceRecoveryCodes: sample({ recovery_codes: ['aaaa-1111'] }, 'recovery_codes'),
  listSessions: sample(
    {
      id: 's_1',
      is_current: true,
      user_agent: 'Mozilla/5.0',
      device: 'Laptop',
      browser: 'Firefox 141',
      os: 'Linux',
      ip_address: '198.51.100.7',
      location: 'Vienna',
      created_at: when,
      last_active_at: when,
      expires_at: when,
    },
    'id',
    'is_current',
  ),
  revokeOtherSessions: sample({ revoked_count: 3 }, 'revoked_count'),
  listApiKeys: sample(apiKey, 'id', 'name'),
  createApiKey: sample({ ...apiKey, key: 'EXAMPLE-NOT-A-REAL-KEY' }, 'id', 'name', 'key'),
  listUsers: sample(user, 'id', 'email', 'role'),
  getUser: sample(user, 'id', 'email', 'role'),
  changeUserRole: sample(user, 'id', 'email', 'role'),
  listRoles: sample(
    { id: 'ADMIN', name: 'Admin', description: 'Runs it', permissions: ['users:read'], is_assignable: true },
    'id',
    'name',
  ),
  inviteUser: sample(invitation, 'id', 'email'),
  listInvitations: sample(invitation, 'id', 'email'),
  resendInvitation: sample(invitation, 'id', 'email'),
  getGhlSetupStatus: sample(
    {
      ghl_connected: true,
      token_valid: true,
      location_id: 'loc_77',
      company_id: 'co_12',
      agents_created: false,
      agent_count: 0,
      setup_complete: false,
      message: 'Pick a calendar for an agent',
      next_step: 'CREATE_AGENT',
    },
    'ghl_connected',
  ),
  listGhlCalendars: sample({ calendars: [{ id: 'cal_1', name: 'Front desk' }], count: 1 }, 'calendars'),
  getGhlAgentByCalendar: sample({
    agent_id: uuid,
    agent_name: 'Reception',
    calendar_id: 'cal_1',
    is_active: true,
    created_at: when,
  }),
  listGhlAppointments: sample({ appointments: [appointment], count: 1 }, 'appointments'),
  getGhlAppointment: sample(appointment, 'id'),
  manageGhlAppointment: sample(outcome),
  getCalcomStatus: sample(
    { connected: true, status: 'active', accounts: [], token_expires: when, error: '', message: '' },
    'connected',
  ),
  connectCalcom: sample(
    { provider_id: uuid, org_id: uuid, account_name: 'Front desk', status: 'active', connected_at: when },
    'provider_id',
  ),
  listCalcomEventTypes: sample(eventType, 'id'),
  findCalcomEventType: sample(eventType, 'id'),
  listCalcomAppointments: sample({ appointments: [booking], count: 1, org_id: uuid, agent_id: uuid }, 'appointments'),
  getCalcomAppointment: sample({ ...booking, ...appointment }, 'id'),
  manageCalcomAppointment: sample(outcome),
  getCalcomAgentStatus: sample({ connected: false, status: 'not_connected', accounts: [] }, 'connected'),
  getCalcomAgentInfo: sample(agentAccount, 'connected'),
  getCalcomAgentAccount: sample(agentAccount, 'connected'),
  assignCalcomAgentAccount: sample({ agent_id: uuid, agent_name: 'Reception', calcom_account_id: uuid }),
  listAgents: sample({ id: uuid, organization_id: uuid, agent_name: 'Reception', status: 'ACTIVE' }, 'id'),
  getHealth: sample({ status: 'ok' }),
  getReadiness: sample({ status: 'ok' }),
};
