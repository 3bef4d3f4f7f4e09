/** A WebAssembly module compiled from AssemblyScript, in base64 (build/assemblyScript.ts). */
declare module '*?assembly' {
  const code: string;
  export default code;
}
