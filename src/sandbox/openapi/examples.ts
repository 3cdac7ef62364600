type Json = Record<string, unknown>;

const id = '0190aaaa-1111-7222-8333-444455556666';
const time = '2026-07-02T09:15:00Z';

/** Invented values of fields and parameters, by name. A field that is not listed gets a value by its type. */
const values: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    ['id', 'org_id', 'organization_id', 'user_id', 'agent_id', 'session_id'].map((name) => [name, id]),
  ),
  ...Object.fromEntries(['provider_id', 'calcom_account_id', 'created_by', 'invited_by'].map((name) => [name, id])),
  access_token: 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl',
  account_name: 'Front desk',
  agent_name: 'Reception',
  allowed_email_domains: ['northwind.example'],
  api_base_url: 'https://api.cal.com/v2',
  api_key: 'cal_live_4f9c2e7a',
  appointment_datetime: '2026-07-03T09:00:00Z',
  appointment_id: 'bk_7a2c_1',
  attendee_timezone: 'Europe/Dublin',
  browser: 'Firefox 141',
  calendar_id: 'cal_4f9c2e7a',
  challenge_token: 'Yk3d9mWq',
  code: '123456',
  currency: 'eur',
  current_password: 'Purple-otter-42',
  date: '2026-07-03',
  email: 'nia@northwind.example',
  first_name: 'Nia',
  ip_address: '198.51.100.23',
  key: 'agni_abcdefghij_EXAMPLE-NOT-A-REAL-KEY',
  last_four: '9fZq',
  last_name: 'Okafor',
  limits: { api_access: true },
  limit: 20,
  methods: ['totp', 'recovery_code'],
  name: 'Northwind Dental',
  new_password: 'Lantern-quiet-88',
  next_step: '',
  offset: 0,
  os: 'Linux',
  otpauth_url: 'otpauth://totp/Agni:nia%40northwind.example?secret=JBSWY3DPEHPK3PXP&issuer=Agni',
  password: 'Purple-otter-42',
  permissions: ['organization:read', 'users:read'],
  phone: '+35315550100',
  platform_id: 'check-up',
  recovery_codes: ['4q7h-b2mz-k9d3', 'b2mz-k9d3-4q7h'],
  refresh_token: 'Yk3d9mWqT1zv',
  region_id: 'eu-west',
  role: 'MEMBER',
  search: 'okafor',
  secret: 'JBSWY3DPEHPK3PXP',
  slots: ['09:00', '09:30'],
  slug: 'check-up',
  status: 'ACTIVE',
  timezone: 'Europe/Dublin',
  token_type: 'Bearer',
  total: 1,
  website: 'https://northwind.example',
};

/** Fields that the examples leave out, because a body contains either this field or its alternative. */
const omitted = ['recovery_code'];

/** An example of a JSON schema. `name` is the field or parameter that it describes. */
export function exampleOf(schema: Json, name = ''): unknown {
  if (Object.hasOwn(schema, 'const')) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum.includes(values[name]) ? values[name] : schema.enum[0];
  const known = values[name];
  const types = [schema.type ?? []].flat();
  if (schema.properties && !Array.isArray(known)) {
    const fields = Object.entries(schema.properties as Record<string, Json>).filter(([key]) => !omitted.includes(key));
    return Object.fromEntries(fields.map(([key, inner]) => [key, exampleOf(inner, key)]));
  }
  if (known !== undefined && (types.length === 0 || types.includes(typeOf(known)))) return known;
  if (Array.isArray(schema.anyOf)) return exampleOf(schema.anyOf[0] as Json, name);
  if (types.includes('array')) return [exampleOf(schema.items as Json, name)];
  if (types.includes('boolean')) return true;
  if (types.includes('integer') || types.includes('number')) return schema.minimum ?? 30;
  if (types.includes('object')) return {};
  if (/_(?:at|time|end|datetime)$/.test(name)) return time;
  return name ? name.replaceAll('_', ' ') : 'text';
}

function typeOf(value: unknown) {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' ? 'integer' : typeof value;
}
