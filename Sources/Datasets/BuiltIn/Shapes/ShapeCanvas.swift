import Randomness

/// A picture in the making, whose numbers are 0 for black and 1 for white and may leave that range.
struct ShapeCanvas {
    private let height: Int
    private let width: Int
    /// Of the smaller side, which is one unit of length.
    private let unit: Float
    private var pixels: [SIMD3<Float>]

    init(_ size: PictureSize) {
        height = size.height
        width = size.width
        unit = Float(min(size.height, size.width))
        pixels = []
    }

    mutating func fill(_ colour: SIMD3<Float>) {
        pixels = [SIMD3<Float>](repeating: colour, count: height * width)
    }

    /// Lays a colour over what is inside an outline, with an edge one pixel wide.
    mutating func fill(_ outline: Outline, _ colour: SIMD3<Float>, opacity: Float) {
        let distance = outline.distance()
        let reach = outline.reach + 1 / unit
        let rows = Self.range(outline.middle.y, reach, side: height, unit: unit)
        let columns = Self.range(outline.middle.x, reach, side: width, unit: unit)
        for row in rows {
            for column in columns {
                let inside = 0.5 - distance(point(row, column)) * unit
                if inside <= 0 { continue }
                let share = opacity * min(1, inside)
                pixels[row * width + column] += (colour - pixels[row * width + column]) * share
            }
        }
    }

    /// Makes the picture brighter towards a side, by `slope` per unit of length.
    mutating func light(_ slope: SIMD2<Float>) {
        for row in 0..<height {
            for column in 0..<width { pixels[row * width + column] *= 1 + (point(row, column) * slope).sum() }
        }
    }

    /// `[height, width, 3]`, with noise of such a deviation on each number.
    func bytes(noise: Float, _ random: inout RandomStream) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: pixels.count * 3)
        var word: UInt64 = 0
        for place in bytes.indices {
            word = place % 2 == 0 ? random.next() : word >> 32
            let value = pixels[place / 3][place % 3] + noise * Self.nearlyNormal(UInt32(truncatingIfNeeded: word))
            bytes[place] = UInt8(min(1, max(0, value)) * 255 + 0.5)
        }
        return bytes
    }

    /// The sum of the four bytes, shifted and scaled to mean 0 and deviation 1: within ±3.45, and close to normal.
    private static func nearlyNormal(_ bits: UInt32) -> Float {
        let pairs = (bits & 0x00FF_00FF) + (bits >> 8 & 0x00FF_00FF)
        return (Float((pairs & 0xFFFF) + pairs >> 16) - 510) / 147.8
    }

    /// From the middle of the picture to the middle of a pixel.
    private func point(_ row: Int, _ column: Int) -> SIMD2<Float> {
        SIMD2(Float(column) + 0.5 - Float(width) / 2, Float(row) + 0.5 - Float(height) / 2) / unit
    }

    /// The rows or columns of pixels within `reach` of `middle`.
    private static func range(_ middle: Float, _ reach: Float, side: Int, unit: Float) -> Range<Int> {
        let first = ((middle - reach) * unit + Float(side) / 2).rounded(.down)
        let end = ((middle + reach) * unit + Float(side) / 2).rounded(.up)
        let start = Int(max(0, min(Float(side), first)))
        return start..<max(start, Int(max(0, min(Float(side), end))))
    }
}
