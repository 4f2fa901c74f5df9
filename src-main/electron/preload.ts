import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '#api/bridge'
import { CHANNELS } from './channels'

const bridge: Bridge = {
  call: (endpoint, input) => ipcRenderer.invoke(CHANNELS.contract, endpoint, input),
  onCommand(listener) {
    ipcRenderer.on(CHANNELS.command, (_event, name: string) => listener(name))
  },
  openWindow: (path) => ipcRenderer.send(CHANNELS.openWindow, path),
  listen: (key) => ipcRenderer.send(CHANNELS.listen, key),
  onNews(listener) {
    ipcRenderer.on(CHANNELS.news, (_event, key: string, news: unknown) => listener(key, news))
  },
  onClose(listener) {
    ipcRenderer.on(CHANNELS.mayClose, () => {
      listener((mayClose) => ipcRenderer.send(CHANNELS.closeAnswer, mayClose))
    })
    ipcRenderer.send(CHANNELS.closeListener)
  },
}

contextBridge.exposeInMainWorld('counterpoint', bridge)
