import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

try {
  setUp();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const command = new URL('../bin/dateline.js', import.meta.url);
process.argv = [process.argv[0], fileURLToPath(command), 'serve', '--examples', ...process.argv.slice(2)];
await import(command.href);
