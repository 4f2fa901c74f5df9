// Another program on the machine: forty sockets, each of which sends one byte and is opened again when it is closed.
import { connect } from 'node:net'

const port = Number(process.argv[2])
let opened = 0

function open() {
  const socket = connect(port, '127.0.0.1', () => {
    socket.write('P')
    if (++opened === 40) process.send?.('open')
  })
  socket.on('error', () => undefined)
  socket.on('close', () => setImmediate(open))
}

for (let socket = 0; socket < 40; socket++) open()
