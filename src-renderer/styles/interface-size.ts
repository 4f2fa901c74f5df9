/** The size of the root element's type, in per cent of the browser's. */
const PER_CENT = { small: 93.75, normal: 100, large: 112.5 }

/** Sets the type size in which the sizes of the interface are measured. */
export function applyInterfaceSize(size: keyof typeof PER_CENT): void {
  document.documentElement.style.fontSize = `${PER_CENT[size]}%`
}
