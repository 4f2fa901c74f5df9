import '@fontsource/inter/400.css'
import '@fontsource/inter/600.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@xyflow/svelte/dist/style.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/menus.css'
import { mount } from 'svelte'
import App from './app/App.svelte'
import { reportUncaught } from './state/report-error'
import { Keyboard } from './state/keyboard/keyboard.svelte'
import { Workspace } from './state/workspace.svelte'
import { connect } from './transports/connect'

const workspace = new Workspace(
  connect(),
  matchMedia('(prefers-color-scheme: dark)'),
  new Keyboard(navigator),
)
reportUncaught(workspace)
mount(App, { target: document.getElementById('app')!, props: { workspace } })
