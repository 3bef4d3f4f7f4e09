// `npm start`: serves the page to this machine and opens it. Where there is no browser to open, it still serves.
import { spawn } from 'node:child_process';
import { createServer } from 'vite';

const server = await createServer();
await server.listen();
console.log('\nAngular Margin Explorer is served here until Ctrl+C:');
server.printUrls();
const address = server.resolvedUrls?.local[0] ?? '';
if (process.env.BROWSER !== 'none') open(address);

// npm runs this through a shell: when npm alone is ended, nobody would tell the server.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid !== parent && process.exit(), 1000).unref();
}

/** @param {string} url */
function open(url) {
  /** @type {Partial<Record<NodeJS.Platform, [command: string, ...args: string[]]>>} */
  const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const say = () => console.log('\nNo browser could be opened from here: open the address above in one.');
  spawn(command, [...args, url], { stdio: 'ignore' })
    .on('error', say)
    .on('exit', (code) => code !== 0 && say());
}
