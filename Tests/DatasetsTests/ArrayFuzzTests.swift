import Randomness
import Settings
import Testing

@testable import Datasets

/// Every reader of arrays and pictures gives examples or an error that says something; anything else would end the run.
struct ArrayFuzzTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("y.npy", bytes: ArrayFiles.npy("|u1", [3], [0, 1, 0]))
    }

    private static let x = ArrayFiles.npy("<f4", [3, 2], ArrayFiles.bytes([1, 2, 3, 4, 5, 6] as [Float]))

    private static func archive(isDeflated: Bool, isLarge: Bool) -> [UInt8] {
        ArrayFiles.zip(
            [("x.npy", x), ("y.npy", ArrayFiles.npy("|u1", [3], [0, 1, 0]))], isDeflated: isDeflated, isLarge: isLarge)
    }

    static let files: [(String, [UInt8])] = [
        ("x.npy", x), ("x.npy", ArrayFiles.npy("<i2", [3, 2, 1], isFortran: true, [UInt8](repeating: 1, count: 12))),
        ("x.npz", archive(isDeflated: true, isLarge: false)), ("x.npz", archive(isDeflated: false, isLarge: true)),
        ("x.idx", ArrayFiles.idx(8, [3, 2, 2], [UInt8](repeating: 9, count: 12))),
        ("x.idx.gz", ArrayFiles.gzip(ArrayFiles.idx(0x0D, [3, 2], [UInt8](repeating: 0, count: 24)))),
    ]

    private func read(_ name: String, _ bytes: [UInt8]) throws {
        let path = try folder.write(name, bytes: bytes)
        let place: (String) -> ArrayPlace = { array in
            switch name {
            case "x.npy": .npy(path: path)
            case "x.npz": .npz(path: path, array: array)
            default: .idx(path: path)
            }
        }
        let y = name == "x.npz" ? place("y") : .npy(path: "\(folder.path)/y.npy")
        do {
            let pair = ArrayPair(x: place("x"), y: y)
            let file = try PreparedCache(folder: nil, onlyChecks: false, report: { _ in })
                .open(pair, files: pair.listing().files)
            #expect(file.count >= 1)
        } catch let error as DataError {
            #expect(!error.rule.isEmpty)
        }
    }

    @Test(arguments: files)
    func `every truncation is data or an error`(name: String, bytes: [UInt8]) throws {
        for count in bytes.indices { try read(name, Array(bytes[..<count])) }
    }

    @Test(arguments: files)
    func `changed bytes give data or an error`(name: String, bytes: [UInt8]) throws {
        var random = RandomStream(seed: 5, .data)
        for _ in 0..<200 { try read(name, Self.changed(bytes, &random)) }
    }

    @Test(arguments: [true, false])
    func `arrays that are damaged behind a right checksum are data or an error`(isDeflated: Bool) throws {
        var random = RandomStream(seed: 7, .data)
        let y = ArrayFiles.npy("|u1", [3], [0, 1, 0])
        for _ in 0..<200 {
            let entries = [("x.npy", Self.changed(Self.x, &random)), ("y.npy", y)]
            try read("x.npz", ArrayFiles.zip(entries, isDeflated: isDeflated))
        }
    }

    /// The bytes with a few of them changed, left out or added.
    static func changed(_ good: [UInt8], _ random: inout RandomStream) -> [UInt8] {
        var bytes = good
        for _ in 0...random.below(4) {
            let place = Int(random.below(UInt64(bytes.count)))
            switch random.below(5) {
            case 0: bytes.insert(UInt8(random.below(256)), at: place)
            case 1 where bytes.count > 1: bytes.remove(at: place)
            case 2: bytes[place] = 0xFF
            default: bytes[place] ^= 1 << UInt8(random.below(8))
            }
        }
        return bytes
    }

    static let pictures: [[UInt8]] =
        PictureTests.jpegs.map(\.1) + PictureTests.sameColours.map(\.1) + [
            PictureFiles.png(5, 9, .greyAlpha, samples: [Int](repeating: 3, count: 90), isInterlaced: true)
        ]

    private static func decode(_ bytes: [UInt8]) {
        let picture = Picture(bytes: bytes)
        do {
            let pixels = try picture.pixels(PictureSize(height: 3, width: 4), channels: 3)
            #expect(pixels.count == 36)
            let info = try picture.info()
            #expect(info.height > 0 && info.width > 0)
        } catch {
            #expect(!error.reason.isEmpty)
        }
    }

    @Test func `every truncation of a picture is a picture or broken`() {
        for bytes in Self.pictures {
            for count in stride(from: 0, to: bytes.count, by: 3) { Self.decode(Array(bytes[..<count])) }
        }
    }

    @Test func `changed bytes of a picture give a picture or are broken`() {
        var random = RandomStream(seed: 6, .data)
        for bytes in Self.pictures {
            for _ in 0..<150 { Self.decode(Self.changed(bytes, &random)) }
        }
    }
}
