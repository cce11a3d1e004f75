import Foundation

@testable import Datasets

/// The bytes of pictures, PNG made by hand so that tests can also make wrong ones.
enum PictureFiles {
    enum Colour: UInt8 {
        case grey = 0, rgb = 2, palette = 3, greyAlpha = 4, rgba = 6

        var samples: Int {
            switch self {
            case .grey, .palette: 1
            case .greyAlpha: 2
            case .rgb: 3
            case .rgba: 4
            }
        }
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return ArrayFiles.bytes([UInt32(content.count)], isBig: true) + body
            + ArrayFiles.bytes([ArrayFiles.checksum(body)], isBig: true)
    }

    /// - Parameters:
    ///   - samples: `[height, width, samples]`, of `bits` each.
    ///   - palette: red, green and blue of each entry.
    ///   - transparency: the content of a tRNS chunk.
    static func png(
        _ height: Int, _ width: Int, _ colour: Colour, bits: Int = 8, samples: [Int], palette: [UInt8] = [],
        transparency: [UInt8] = [], isInterlaced: Bool = false
    ) -> [UInt8] {
        func row(_ y: Int, _ columns: [Int]) -> [UInt8] {
            var packed: [UInt8] = [0]
            var byte = 0
            var filled = 0
            for sample in columns.flatMap({ x in
                (0..<colour.samples).map { samples[(y * width + x) * colour.samples + $0] }
            }) {
                if bits == 16 {
                    packed += [UInt8(sample >> 8), UInt8(sample & 255)]
                    continue
                }
                byte = byte << bits | sample
                filled += bits
                if filled == 8 {
                    packed.append(UInt8(byte))
                    (byte, filled) = (0, 0)
                }
            }
            if filled > 0 { packed.append(UInt8(byte << (8 - filled))) }
            return packed
        }
        var raw: [UInt8] = []
        let passes =
            isInterlaced
            ? [(0, 8, 0, 8), (0, 8, 4, 8), (4, 8, 0, 4), (0, 4, 2, 4), (2, 4, 0, 2), (0, 2, 1, 2), (1, 2, 0, 1)]
            : [(0, 1, 0, 1)]
        for (top, down, left, across) in passes {
            let columns = Array(stride(from: left, to: width, by: across))
            if columns.isEmpty { continue }
            for y in stride(from: top, to: height, by: down) { raw += row(y, columns) }
        }
        let header =
            ArrayFiles.bytes([UInt32(width), UInt32(height)], isBig: true)
            + [UInt8(bits), colour.rawValue, 0, 0, isInterlaced ? 1 : 0]
        return [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A] + chunk("IHDR", header)
            + (palette.isEmpty ? [] : chunk("PLTE", palette))
            + (transparency.isEmpty ? [] : chunk("tRNS", transparency))
            + chunk("IDAT", ArrayFiles.deflated(raw, windowBits: 15)) + chunk("IEND", [])
    }

    /// A grey PNG.
    static func png(_ height: Int, _ width: Int, _ pixels: [UInt8]) -> [UInt8] {
        png(height, width, .grey, samples: pixels.map(Int.init))
    }
}
