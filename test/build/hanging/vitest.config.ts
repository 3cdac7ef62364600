import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['node.ts'], setupFiles: ['../../hang-watch.ts'] } });
