/** Node has it; its types leave it to those of browsers. */
declare namespace WebAssembly {
  class Module {
    private readonly compiled: true
  }
  function compile(bytes: Uint8Array): Promise<Module>
}
