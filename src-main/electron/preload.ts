import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '#api/bridge'
import { CHANNELS } from './channels'

const bridge: Bridge = {
  call: (endpoint, input) => ipcRenderer.invoke(CHANNELS.contract, endpoint, input),
  onCommand(listener) {
    ipcRenderer.on(CHANNELS.command, (_event, name: string) => listener(name))
  },
  onClose(listener) {
    ipcRenderer.on(CHANNELS.mayClose, async () => {
      // A page that fails to answer keeps its window: nobody knows what it had not saved.
      const answer = await listener().catch(() => false)
      ipcRenderer.send(CHANNELS.closeAnswer, answer)
    })
    ipcRenderer.send(CHANNELS.closeListener)
  },
}

contextBridge.exposeInMainWorld('counterpoint', bridge)
