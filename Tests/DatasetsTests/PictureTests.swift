import CJPEG
import Testing

@testable import Datasets
@testable import PictureBenchmark

struct PictureTests {
    private static func pixels(_ bytes: [UInt8], _ height: Int, _ width: Int, channels: Int = 3) throws -> [Int] {
        try Picture(bytes: bytes).pixels(PictureSize(height: height, width: width), channels: channels).map(Int.init)
    }

    static let sameColours: [(String, [UInt8])] = [
        ("8 bits", PictureFiles.png(1, 2, .rgb, samples: [255, 0, 0, 0, 51, 102])),
        ("16 bits", PictureFiles.png(1, 2, .rgb, bits: 16, samples: [65535, 0, 0, 0, 13107, 26214])),
        ("a palette", PictureFiles.png(1, 2, .palette, samples: [1, 0], palette: [0, 51, 102, 255, 0, 0])),
        (
            "a palette of 1 bit",
            PictureFiles.png(1, 2, .palette, bits: 1, samples: [1, 0], palette: [0, 51, 102, 255, 0, 0])
        ),
        ("alpha", PictureFiles.png(1, 2, .rgba, samples: [255, 0, 0, 255, 0, 51, 102, 255])),
        ("interlaced", PictureFiles.png(1, 2, .rgb, samples: [255, 0, 0, 0, 51, 102], isInterlaced: true)),
    ]

    @Test func `sums of huge pictures do not overflow`() throws {
        // 255 · 264 · 65,000 is more than 2^32.
        let (height, width) = (264, 65_000)
        let row = [UInt8](repeating: 0, count: width / 2) + [UInt8](repeating: 255, count: width / 2)
        var pixels: [UInt8] = []
        for _ in 0..<height { pixels += row }
        let bytes = JPEGEncoding.encoded(pixels, height, width, JCS_GRAYSCALE, as: JCS_GRAYSCALE, quality: 100)
        for channels in [1, 3] {
            let small = try Picture(bytes: bytes).pixels(PictureSize(height: height, width: 3), channels: channels)
            #expect(
                small
                    == (0..<height).flatMap { _ in [0, 128, 255].flatMap { [UInt8](repeating: $0, count: channels) } })
        }
    }

    @Test(arguments: sameColours)
    func `every form of PNG gives the same colours`(form: String, bytes: [UInt8]) throws {
        #expect(try Self.pixels(bytes, 1, 2) == [255, 0, 0, 0, 51, 102])
        #expect(try Picture(bytes: bytes).info() == Picture.Info(height: 1, width: 2, isGrey: false))
    }

    @Test(arguments: [1, 2, 4, 8, 16])
    func `grey PNG of every depth`(bits: Int) throws {
        let most = 1 << bits - 1
        let bytes = PictureFiles.png(2, 2, .grey, bits: bits, samples: [0, most, most, 0])
        #expect(try Self.pixels(bytes, 2, 2, channels: 1) == [0, 255, 255, 0])
        #expect(try Self.pixels(bytes, 2, 2) == [0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0])
        #expect(try Picture(bytes: bytes).info().isGrey)
    }

    @Test func `what is transparent is laid over white`() throws {
        let alpha = PictureFiles.png(1, 3, .greyAlpha, samples: [0, 0, 0, 255, 100, 51])
        #expect(try Self.pixels(alpha, 1, 3, channels: 1) == [255, 0, 224])
        let palette = PictureFiles.png(
            1, 2, .palette, samples: [0, 1], palette: [10, 20, 30, 40, 50, 60], transparency: [0])
        #expect(try Self.pixels(palette, 1, 2) == [255, 255, 255, 40, 50, 60])
        let colour = PictureFiles.png(1, 2, .grey, samples: [7, 8], transparency: [0, 7])
        #expect(try Self.pixels(colour, 1, 2, channels: 1) == [255, 8])
    }

    @Test func `red, green and blue become grey by their weights`() throws {
        let bytes = PictureFiles.png(1, 3, .rgb, samples: [255, 0, 0, 0, 255, 0, 0, 0, 255])
        #expect(try Self.pixels(bytes, 1, 3, channels: 1) == [76, 150, 29])
    }

    @Test func `a new pixel is the mean of what it covers`() throws {
        let bytes = PictureFiles.png(2, 3, [0, 90, 60, 30, 60, 30])
        #expect(try Self.pixels(bytes, 1, 1, channels: 1) == [45])
        // Each new pixel covers one and a half columns.
        #expect(try Self.pixels(bytes, 2, 2, channels: 1) == [30, 70, 40, 40])
        #expect(try Self.pixels(bytes, 2, 6, channels: 1) == [0, 0, 90, 90, 60, 60, 30, 30, 60, 60, 30, 30])
        // Larger ones that cover parts of two take their share of each.
        #expect(try Self.pixels(PictureFiles.png(1, 2, [0, 90]), 1, 3, channels: 1) == [0, 45, 90])
    }

    /// A picture of 13×21 pixels whose colours change smoothly.
    private static let smooth: [UInt8] = {
        var pixels: [UInt8] = []
        for y in 0..<13 {
            for x in 0..<21 { pixels += [UInt8(20 + 10 * x), UInt8(10 + 15 * y), UInt8(240 - 10 * x)] }
        }
        return pixels
    }()

    @Test func `interlaced pictures are the same as others, at any size`() throws {
        let samples = Self.smooth.map(Int.init)
        let plain = PictureFiles.png(13, 21, .rgb, samples: samples)
        let interlaced = PictureFiles.png(13, 21, .rgb, samples: samples, isInterlaced: true)
        for (height, width) in [(13, 21), (5, 4), (1, 1), (20, 30)] {
            #expect(try Self.pixels(plain, height, width) == Self.pixels(interlaced, height, width))
        }
    }

    static let jpegs: [(String, [UInt8])] = [
        ("YCbCr", JPEGEncoding.encoded(smooth, 13, 21, JCS_RGB, as: JCS_YCbCr, quality: 95)),
        ("RGB", JPEGEncoding.encoded(smooth, 13, 21, JCS_RGB, as: JCS_RGB, quality: 95)),
        ("progressive", JPEGEncoding.encoded(smooth, 13, 21, JCS_RGB, as: JCS_YCbCr, quality: 95, isProgressive: true)),
        // Adobe's inks are inverted: 255 is none of them.
        ("CMYK", JPEGEncoding.encoded(inks, 13, 21, JCS_CMYK, as: JCS_CMYK, quality: 95)),
        ("YCCK", JPEGEncoding.encoded(inks, 13, 21, JCS_CMYK, as: JCS_YCCK, quality: 95)),
    ]

    private static let inks: [UInt8] = stride(from: 0, to: smooth.count, by: 3).flatMap { place -> [UInt8] in
        smooth[place..<(place + 3)] + [255]
    }

    @Test(arguments: jpegs)
    func `every form of JPEG gives nearly the colours that went in`(form: String, bytes: [UInt8]) throws {
        let pixels = try Self.pixels(bytes, 13, 21)
        // Compression at quality 95, with colours at half the resolution, moves these smooth colours by up to 12.
        let worst = zip(pixels, Self.smooth).map { abs($0 - Int($1)) }.max()
        #expect(try #require(worst) <= 16)
        #expect(try Picture(bytes: bytes).info() == Picture.Info(height: 13, width: 21, isGrey: false))
    }

    /// The mean of the pixels of a grey picture that each new pixel covers.
    private static func averaged(_ pixels: [Int], _ height: Int, _ width: Int, to size: Int) -> [Double] {
        func shares(_ place: Int, _ length: Int) -> [(Int, Double)] {
            let (start, end) = (Double(place * length) / Double(size), Double((place + 1) * length) / Double(size))
            return (Int(start)..<min(length, Int(end.rounded(.up)))).map { index in
                (index, min(end, Double(index + 1)) - max(start, Double(index)))
            }
        }
        return (0..<size).flatMap { row in
            (0..<size).map { column in
                var (sum, weight) = (0.0, 0.0)
                for (y, high) in shares(row, height) {
                    for (x, wide) in shares(column, width) {
                        sum += Double(pixels[y * width + x]) * high * wide
                        weight += high * wide
                    }
                }
                return sum / weight
            }
        }
    }

    @Test(arguments: [20, 37, 60, 75])
    func `a JPEG with sharp edges comes near the mean of what each pixel covers`(size: Int) throws {
        let (height, width) = (160, 200)
        // Stripes whose widths share no factor with the blocks of 8 pixels in which JPEG works.
        let drawn = (0..<(height * width)).map { place -> UInt8 in
            (place % width / 13 + place / width / 11) % 2 == 0 ? 20 : 235
        }
        let bytes = JPEGEncoding.encoded(drawn, height, width, JCS_GRAYSCALE, as: JCS_GRAYSCALE, quality: 95)
        let whole = try Self.pixels(bytes, height, width, channels: 1)
        let small = try Self.pixels(bytes, size, size, channels: 1)
        let differences = zip(small, Self.averaged(whole, height, width, to: size)).map { abs(Double($0) - $1) }
        // The decoder shrinks blocks by leaving out their fine waves, which rings at edges of 215 levels by up to 62 of
        // them, 15 in the mean.
        #expect(try #require(differences.max()) <= 72)
        #expect(differences.reduce(0, +) / Double(differences.count) <= 18)
    }

    @Test func `grey JPEG has one channel or three equal ones`() throws {
        let bytes = JPEGEncoding.encoded(
            [UInt8](repeating: 100, count: 64), 8, 8, JCS_GRAYSCALE, as: JCS_GRAYSCALE, quality: 95)
        #expect(try Picture(bytes: bytes).info().isGrey)
        #expect(try Self.pixels(bytes, 2, 2, channels: 1) == [100, 100, 100, 100])
        #expect(try Self.pixels(bytes, 1, 1) == [100, 100, 100])
    }

    @Test func `scaled decoding stays near the mean of the whole picture`() throws {
        let (height, width) = (96, 160)
        let original = (0..<(height * width)).flatMap { place -> [UInt8] in
            [UInt8(place % width), UInt8(place / width * 2), 128]
        }
        let bytes = JPEGEncoding.encoded(original, height, width, JCS_RGB, as: JCS_YCbCr, quality: 95)
        let exact = try Self.pixels(PictureFiles.png(height, width, .rgb, samples: original.map(Int.init)), 12, 20)
        let worst = zip(try Self.pixels(bytes, 12, 20), exact).map { abs($0 - $1) }.max()
        #expect(try #require(worst) <= 4)
    }

    static let broken: [([UInt8], String)] = [
        ([], "it is empty"),
        (Array("GIF89a".utf8), "it is neither a PNG nor a JPEG picture"),
        (Array(PictureFiles.png(2, 2, [1, 2, 3, 4]).dropLast(20)), "it is a broken PNG picture (it ends too early)"),
        (Array(jpegs[0].1.dropLast(40)), "it is a broken JPEG picture (Premature end of JPEG file)"),
        (
            claim(PictureFiles.png(2, 2, [1, 2, 3, 4]), height: 60_000, width: 60_000),
            "its header says 60000×60000 pixels, more than its 71 bytes can hold"
        ),
        (
            claim(PictureFiles.png(2, 2, [1, 2, 3, 4]), height: 70_000, width: 2),
            "it is a broken PNG picture (Invalid IHDR data)"
        ),
    ]

    /// A PNG whose header says another size.
    private static func claim(_ png: [UInt8], height: Int, width: Int) -> [UInt8] {
        let header = ArrayFiles.bytes([UInt32(width), UInt32(height)], isBig: true) + [8, 0, 0, 0, 0]
        return Array(png[..<8]) + PictureFiles.chunk("IHDR", header) + png[33...]
    }

    @Test(arguments: broken)
    func `says what is broken`(bytes: [UInt8], words: String) {
        #expect(throws: Picture.Broken(reason: words)) { try Self.pixels(bytes, 4, 4) }
    }

    @Test func `a JPEG header that claims more than the file can hold is refused`() throws {
        var bytes = Self.jpegs[0].1
        let frame = try #require(bytes.firstRange(of: [0xFF, 0xC0])).lowerBound
        bytes.replaceSubrange((frame + 5)..<(frame + 9), with: [0xEA, 0x60, 0xEA, 0x60])
        #expect(throws: Picture.Broken.self) { try Self.pixels(bytes, 4, 4) }
        do { _ = try Self.pixels(bytes, 4, 4) } catch let broken as Picture.Broken {
            #expect(broken.reason == "its header says 60000×60000 pixels, more than its \(bytes.count) bytes can hold")
        }
    }
}
