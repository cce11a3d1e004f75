import Randomness

/// Pictures with about as much detail as photographs: soft blotches of colour, edges, and a little noise.
enum DrawnPicture {
    /// `[height, width, 3]`; equal seeds give equal pictures.
    static func pixels(_ height: Int, _ width: Int, seed: Int) -> [UInt8] {
        var random = RandomStream(seed: UInt64(seed), .data)
        let blotches = (0..<40).map { _ in
            (
                row: random.uniformFloat() * Float(height), column: random.uniformFloat() * Float(width),
                radius: 10 + 70 * random.uniformFloat(),
                colour: SIMD3(random.uniformFloat(), random.uniformFloat(), random.uniformFloat()) * 255
            )
        }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(height * width * 3)
        for row in 0..<height {
            for column in 0..<width {
                var colour = SIMD3<Float>(repeating: 128)
                for blotch in blotches {
                    let (down, across) = (Float(row) - blotch.row, Float(column) - blotch.column)
                    if down * down + across * across < blotch.radius * blotch.radius {
                        colour = colour * 0.4 + blotch.colour * 0.6
                    }
                }
                let noise = 16 * (random.uniformFloat() - 0.5)
                for channel in 0..<3 { pixels.append(UInt8(max(0, min(255, colour[channel] + noise)))) }
            }
        }
        return pixels
    }
}
