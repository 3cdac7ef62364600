/** A place where somebody is signed in; days and hours count from the moment of seeding. */
export interface SeededSession {
  readonly agent: string;
  readonly address: string;
  readonly location: string;
  readonly createdDays: number;
  readonly seenHours: number;
  readonly restDays: number;
}

const desk: SeededSession = {
  agent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  address: '198.51.100.23',
  location: 'Dublin, Ireland',
  createdDays: 4,
  seenHours: 3,
  restDays: 26,
};

const phone: SeededSession = {
  agent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  address: '203.0.113.40',
  location: 'Galway, Ireland',
  createdDays: 12,
  seenHours: 9,
  restDays: 18,
};

const secondPractice: SeededSession = {
  agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0',
  address: '198.51.100.7',
  location: 'Cork, Ireland',
  createdDays: 26,
  seenHours: 310,
  restDays: 4,
};

const travelling: SeededSession = {
  agent:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36',
  address: '2001:db8:4b2:9::7',
  location: 'Lisbon, Portugal',
  createdDays: 19,
  seenHours: 150,
  restDays: 11,
};

/** Of a time when sessions lasted longer than they do now; not used for over a month. */
const forgotten: SeededSession = {
  agent:
    'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1',
  address: '203.0.113.118',
  location: 'Dublin, Ireland',
  createdDays: 61,
  seenHours: 38 * 24,
  restDays: 29,
};

/** Where the accounts of every workspace are signed in before anybody signs in, and anybody with two factors. */
export const seededSessions = {
  owner: [desk, phone, secondPractice, travelling, forgotten],
  admin: [desk, secondPractice, forgotten],
  member: [phone, travelling, forgotten],
  withTwoFactor: [desk, phone],
} satisfies Record<string, readonly SeededSession[]>;
