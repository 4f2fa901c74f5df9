/** Node's types lack WebAssembly. */
declare namespace WebAssembly {
  class Module {
    private readonly compiled: true
  }
  function compile(bytes: Uint8Array): Promise<Module>
}
