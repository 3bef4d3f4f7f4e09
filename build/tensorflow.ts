// TensorFlow.js is hundreds of small files. The packages named here are bundled once, before the development
// server or a test asks for them: otherwise tests in Node take ten seconds to import it, and a page that meets it
// late, in a worker, reloads in mid-training.

export const TENSORFLOW_IN_NODE = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-cpu',
];

/** In Node the wasm backend looks for its files beside itself, and finds them only where it was installed. */
export const TENSORFLOW = [...TENSORFLOW_IN_NODE, '@tensorflow/tfjs-backend-wasm'];
