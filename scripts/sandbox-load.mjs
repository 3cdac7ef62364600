// Part of `npm run bench`: reads from the built server by 50 parallel connections, on both databases, for ten minutes
// each. Prints the reads per second, the median and the 99th percentile of their milliseconds, and the resident memory
// of the server at the end of each minute. Needs a build.
//   node scripts/sandbox-load.mjs 2    for two minutes each
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { createWorkspace, serve } from './built-server.mjs';
import { startPostgres } from './ensure-postgres.mjs';

const connections = 50;
const users = 500;
const minuteMs = 60_000;
const minutes = Number(process.argv[2] ?? 10);
const paths = ['users/me', 'users?limit=20', 'users?limit=20&search=ada', 'api-keys', 'auth/sessions'];

/** Resident memory of a process in megabytes. */
const memoryOf = (pid) => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024);

/** Reads with one connection until the time `end`; appends the milliseconds of each read to `times`. */
async function readUntil(end, { origin, token, times }) {
  for (let read = 0; performance.now() < end; read++) {
    const start = performance.now();
    const path = `${origin}/api/v1/${paths[read % paths.length]}`;
    const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    times.push(performance.now() - start);
  }
}

async function measure(name, variables) {
  const server = await serve(variables);
  try {
    const { token } = await createWorkspace(server.origin, users);
    const load = loadavg()[0].toFixed(1);
    const times = [];
    const memory = [];
    for (let minute = 0; minute < minutes; minute++) {
      const end = performance.now() + minuteMs;
      const readers = Array.from({ length: connections }, () => readUntil(end, { ...server, token, times }));
      await Promise.all(readers);
      memory.push(memoryOf(server.pid));
    }
    times.sort((a, b) => a - b);
    const percentile = (share) => times[Math.floor(times.length * share)].toFixed(0).padStart(8);
    const rate = Math.round((times.length * 1000) / (minutes * minuteMs));
    console.log(
      `  ${name.padEnd(24)}${String(rate).padStart(8)}${percentile(0.5)}${percentile(0.99)}  ${memory.join(' ')}`,
    );
    console.log(`    load of the machine before: ${load}`);
  } finally {
    await server.stop();
  }
}

const postgres = await startPostgres();
console.log(`\n${connections} connections          reads a second  median     p99  MB at the end of each minute`);
try {
  await measure('the embedded database', {});
  if (postgres) await measure('PostgreSQL', { DATABASE_URL: postgres.url });
} finally {
  await postgres?.stop();
}
