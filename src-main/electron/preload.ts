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
      ipcRenderer.send(CHANNELS.closeAnswer, await answerOf(listener))
    })
    ipcRenderer.send(CHANNELS.closeListener)
  },
}

/** A page that fails to answer keeps its window: nobody knows what it had not saved. */
async function answerOf(listener: () => Promise<boolean>): Promise<boolean> {
  try {
    return await listener()
  } catch {
    return false
  }
}

contextBridge.exposeInMainWorld('counterpoint', bridge)
