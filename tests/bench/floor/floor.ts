import { guardSinks } from '../../../src/app/trusted-types.ts'
import { colourCells, openCells } from './cells.ts'

guardSinks()

/**
 * The least that a live map page can do: bare MapLibre, 500 polygons coloured by feature-state
 * and 40 values in the DOM, all of them changing once a second. The product's load and live
 * figures are read against this page.
 */
const VALUES = 40

const host = document.getElementById('map')
if (!host) throw new Error('no place for the map')
const map = openCells(host)

const panel = document.getElementById('values')
const values = Array.from({ length: VALUES }, () => panel?.appendChild(document.createElement('span')))

let tick = 0
function update() {
  tick += 1
  colourCells(map, tick)
  values.forEach((value, index) => {
    if (value) value.textContent = `${((index * 31 + tick * 17) % 1000) / 10} kW`
  })
}

map.once('load', () => {
  update()
  map.once('idle', () => performance.mark('floor:ready'))
  setInterval(update, 1000)
})
