import { start } from './app/start';

const root = document.getElementById('root');
// In a task of its own: the modules have just had a long one.
if (root) setTimeout(start, 0, root);
