// @vitest-environment jsdom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte'
import { expect, onTestFinished, test, vi } from 'vitest'
import Modal from './Modal.svelte'

/** An open dialog, and how often it asked to be closed. jsdom shows no dialogs, so a test sends the browser's events. */
function openDialog() {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  const onclose = vi.fn()
  const children = createRawSnippet(() => ({ render: () => '<input />' }))
  const modal = mount(Modal, { target: document.body, props: { title: 'Title', onclose, children } })
  flushSync()
  onTestFinished(() => unmount(modal))
  return { dialog: document.querySelector('dialog')!, onclose }
}

test('Escape closes a dialog once', () => {
  const { dialog, onclose } = openDialog()
  // A browser sends these in this order.
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
  dialog.querySelector('input')!.dispatchEvent(key)
  expect(key.defaultPrevented).toBe(false)
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
  dialog.dispatchEvent(new Event('close'))
  expect(onclose).toHaveBeenCalledTimes(1)
})

test('a click beside a dialog closes it, and one in it does not', () => {
  const { dialog, onclose } = openDialog()
  dialog.querySelector('input')!.click()
  expect(onclose).not.toHaveBeenCalled()
  dialog.click()
  expect(onclose).toHaveBeenCalledTimes(1)
})
