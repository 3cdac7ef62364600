/** A seeded session. Days and hours count from the time of seeding. */
export interface SeedSession {
  readonly userAgent: string;
  readonly address: string;
  readonly location: string;
  readonly createdDays: number;
  readonly lastActiveHours: number;
  readonly expiresDays: number;
}

const desktop: SeedSession = {
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  address: '198.51.100.23',
  location: 'Dublin, Ireland',
  createdDays: 4,
  lastActiveHours: 3,
  expiresDays: 26,
};

const phone: SeedSession = {
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  address: '203.0.113.40',
  location: 'Galway, Ireland',
  createdDays: 12,
  lastActiveHours: 9,
  expiresDays: 18,
};

const secondOffice: SeedSession = {
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0',
  address: '198.51.100.7',
  location: 'Cork, Ireland',
  createdDays: 26,
  lastActiveHours: 310,
  expiresDays: 4,
};

const abroad: SeedSession = {
  userAgent:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36',
  address: '2001:db8:4b2:9::7',
  location: 'Lisbon, Portugal',
  createdDays: 19,
  lastActiveHours: 150,
  expiresDays: 11,
};

/** Unused for more than a month, and older than the 30 days that sessions last today. */
const stale: SeedSession = {
  userAgent:
    'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1',
  address: '203.0.113.118',
  location: 'Dublin, Ireland',
  createdDays: 61,
  lastActiveHours: 38 * 24,
  expiresDays: 29,
};

/** The sessions of the accounts with a known password, and of users with two-factor authentication. */
export const seedSessions = {
  owner: [desktop, phone, secondOffice, abroad, stale],
  admin: [desktop, secondOffice, stale],
  member: [phone, abroad, stale],
  withTwoFactor: [desktop, phone],
} satisfies Record<string, readonly SeedSession[]>;
