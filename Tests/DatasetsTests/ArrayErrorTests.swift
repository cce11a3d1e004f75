import Settings
import Testing

@testable import Datasets

struct ArrayErrorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let x = ArrayFiles.npy("<f4", [3, 2], ArrayFiles.bytes([1, 2, 3, 4, 5, 6] as [Float]))
    private static let y = ArrayFiles.npy("<i8", [3], ArrayFiles.bytes([7, 9, 7] as [Int64]))

    /// What is said about data in `source` or in x.npy and y.npy, with F for the folder.
    private func said(_ entries: [String: SettingValue]) -> String? {
        message {
            let settings = try DataSettings(
                .mapping(entries.merging(["dev_fraction": .int(0)]) { old, _ in old }), folder: folder.path)
            _ = try DataCache().split(of: settings, trialSeed: 1)
        }?.replacing(folder.path, with: "F")
    }

    private static let pair: [String: SettingValue] = ["x": .string("x.npy"), "y": .string("y.npy")]

    static let wrongX: [([UInt8], String)] = [
        ([], "F/x.npy: the file ends too early; it was not written whole."),
        (Array("PK nothing of NumPy".utf8), "F/x.npy: array 'x': it is no NumPy array file."),
        (
            ArrayFiles.npy("<f4", [3, 2], version: 4, []),
            "F/x.npy: array 'x': it is of version 4 of NumPy's format; 1 to 3 are read."
        ),
        (
            [0x93] + Array("NUMPY".utf8) + [2, 0, 0xFF, 0xFF, 0xFF, 0xFF],
            "F/x.npy: array 'x': its header claims more than 65536 bytes."
        ),
        (ArrayFiles.npy(header: "__import__('os')", []), "F/x.npy: array 'x': its header is not as NumPy writes it."),
        (
            ArrayFiles.npy(header: "{'descr': '<f4'}", []),
            "F/x.npy: array 'x': its header must say 'descr', 'fortran_order' and 'shape'."
        ),
        (
            ArrayFiles.npy(header: "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (3,)}", []),
            "F/x.npy: array 'x': it holds records of several fields; save one array for x and one for y."
        ),
        (
            ArrayFiles.npy("|O", [3], [1]),
            "F/x.npy: array 'x': it holds Python objects; save it with a numeric dtype."
        ),
        (ArrayFiles.npy("<U5", [3], [1]), "F/x.npy: array 'x': it holds text; number the classes from 0."),
        (
            ArrayFiles.npy("<c8", [3], [1]),
            "F/x.npy: array 'x': its dtype is '<c8'; it must be bool, a whole number of 8 to 64 bits, float32 or "
                + "float64."
        ),
        (
            Array(x.dropLast()),
            "F/x.npy: array 'x': its header says float32 in a shape of [3, 2], which does not fit the 23 bytes that "
                + "follow."
        ),
        (
            ArrayFiles.npy("|u1", [1 << 40, 1 << 40], [1]),
            "F/x.npy: array 'x': its header says uint8 in a shape of [1099511627776, 1099511627776], which does not fit "
                + "the 1 bytes that follow."
        ),
        (
            ArrayFiles.npy("|u1", [0, 4], []),
            "F/x.npy: array 'x': its shape is [0, 4]; the first dimension must count the examples, 1 to 2147483647, and "
                + "the others 1 to 268435456 numbers of each."
        ),
        (
            ArrayFiles.npy("<f4", [3, 2], ArrayFiles.bytes([1, 2, 3, .infinity, 5, 6] as [Float])),
            "F/x.npy: array 'x[1]' is 'inf'; it must be a finite number of magnitude below 3.4e38."
        ),
        (
            ArrayFiles.npy("<f8", [3, 2], isFortran: true, ArrayFiles.bytes([1, 2, 1e39, 4, 5, 6] as [Double])),
            "F/x.npy: array 'x[2]' is '1e+39'; it must be a finite number of magnitude below 3.4e38."
        ),
        (
            ArrayFiles.npy("|u1", [2, 2], [1, 2, 3, 4]),
            "F/y.npy: array 'y': its shape is [3]; it must be [2], a target for each example."
        ),
    ]

    @Test(arguments: wrongX)
    func `says what is wrong in an array`(x: [UInt8], words: String) throws {
        try folder.write("x.npy", bytes: x)
        try folder.write("y.npy", bytes: Self.y)
        #expect(said(Self.pair) == words)
    }

    @Test func `says what is wrong with targets`() throws {
        try folder.write("x.npy", bytes: Self.x)
        try folder.write("y.npy", bytes: ArrayFiles.npy("<i8", [3], ArrayFiles.bytes([1, .max, 3] as [Int64])))
        #expect(
            said(Self.pair) == "F/y.npy: array 'y[1]' is '9.223372036854776e+18'; it must be of magnitude up to 2⁵³.")
        try folder.write("y.npy", bytes: ArrayFiles.npy("|u1", [3], [4, 4, 4]))
        #expect(
            said(Self.pair)
                == "F/y.npy: array 'y' is '4'; all examples are of this one class, so there is nothing to tell apart.")
        try folder.write("y.npy", bytes: Self.y)
        try folder.write("dy.npy", bytes: ArrayFiles.npy("|u1", [3], [7, 8, 9]))
        let dev: SettingValue = .mapping(["x": .string("x.npy"), "y": .string("dy.npy")])
        let entries: [String: SettingValue] = ["train": .mapping(Self.pair), "dev": dev]
        let settings = try DataSettings(.mapping(entries), folder: folder.path)
        let words = message { _ = try DataCache().split(of: settings, trialSeed: 1) }
        #expect(
            words?.replacing(folder.path, with: "F")
                == "F/dy.npy: array 'y[1]' is '8'; no training example is of this class.")
    }

    @Test func `parts must have the same shape`() throws {
        try folder.write("x.npy", bytes: Self.x)
        try folder.write("y.npy", bytes: Self.y)
        try folder.write("dx.npy", bytes: ArrayFiles.npy("<f4", [3], ArrayFiles.bytes([1, 2, 3] as [Float])))
        let dev: SettingValue = .mapping(["x": .string("dx.npy"), "y": .string("y.npy")])
        let settings = try DataSettings(.mapping(Self.pair.merging(["dev": dev]) { $1 }), folder: folder.path)
        let words = message { _ = try DataCache().split(of: settings, trialSeed: 1) }
        #expect(
            words?.replacing(folder.path, with: "F")
                == "F/dx.npy: its examples have the shape [1], but those to train with [2].")
    }

    private static let archive = ArrayFiles.zip([("x.npy", x), ("y.npy", y)], isDeflated: true)

    @Test func `says what is wrong in an archive`() throws {
        func said(_ bytes: [UInt8], _ more: [String: SettingValue] = [:]) throws -> String? {
            try folder.write("a.npz", bytes: bytes)
            return self.said(more.merging(["source": .string("a.npz")]) { $1 })
        }
        #expect(try said([]) == "F/a.npz: it is no whole zip archive.")
        #expect(try said(Array(Self.archive.dropLast(30))) == "F/a.npz: it is no whole zip archive.")
        #expect(
            try said(Self.archive, ["x": .string("imges")])
                == "F/a.npz: array 'imges': no such array; there are: x, y (say 'x').")
        var changed = Self.archive
        changed[60] ^= 1
        #expect(try said(changed)?.hasPrefix("F/a.npz") == true)
        let stored = ArrayFiles.zip([("x.npy", Self.x), ("y.npy", Self.y)], isDeflated: false)
        var flipped = stored
        flipped[30 + 5 + Self.x.count - 1] ^= 0x40
        #expect(try said(flipped) == "F/a.npz: array 'x.npy': its checksum is wrong; the file is damaged.")
        var locked = stored
        let directory = try #require(locked.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
        locked[directory + 8] = 1
        #expect(try said(locked) == "F/a.npz: array 'x.npy': it is protected by a password.")
        locked[directory + 8] = 0
        locked[directory + 10] = 12
        #expect(
            try said(locked)
                == "F/a.npz: array 'x.npy': it is compressed by method 12; only stored and deflated entries are read.")
        var claims = Self.archive
        let place = try #require(claims.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
        claims.replaceSubrange((place + 24)..<(place + 28), with: [0, 0, 0, 0x7F])
        #expect(
            try said(claims)
                == "F/a.npz: array 'x.npy': the archive's directory says 2130706432 bytes, more than so few compressed "
                + "ones can hold.")
    }

    @Test func `says what is wrong in IDX`() throws {
        func said(_ images: [UInt8], name: String = "train-images-idx3-ubyte") throws -> String? {
            try folder.write(name, bytes: images)
            try folder.write(
                name.replacing("images-idx3", with: "labels-idx1"),
                bytes: name.hasSuffix("gz")
                    ? ArrayFiles.gzip(ArrayFiles.idx(8, [2], [0, 1])) : ArrayFiles.idx(8, [2], [0, 1]))
            return self.said(["source": .string(name)])
        }
        let good = ArrayFiles.idx(8, [2, 1, 1], [1, 2])
        #expect(try said(Array("no IDX".utf8)) == "F/train-images-idx3-ubyte: it is no IDX file.")
        #expect(
            try said(good + [7])
                == "F/train-images-idx3-ubyte: its header says uint8 in a shape of [2, 1, 1], which does not fit a file of "
                + "19 bytes.")
        let packed = "train-images-idx3-ubyte.gz"
        #expect(
            try said(ArrayFiles.gzip(ArrayFiles.idx(8, [0xFFFF_FFFF, 0xFFFF, 9], [1])), name: packed)?
                .contains("which does not fit a file of") == true)
        #expect(
            try said(ArrayFiles.gzip(Array(good.dropLast())), name: packed)
                == "F/\(packed): the file ends too early; it was not written whole.")
        #expect(
            try said(ArrayFiles.gzip(good + [7]), name: packed)
                == "F/\(packed): there are bytes behind its last number.")
        #expect(
            try said(Array(ArrayFiles.gzip(good).dropLast(9)), name: packed)
                == "F/\(packed): the compressed data end too early; the file was not written whole.")
        #expect(
            try said(good, name: packed) == "F/\(packed): the compressed data are damaged (incorrect header check).")
    }

    @Test func `says which files are missing`() throws {
        #expect(said(["source": .string("no.npz")]) == "F/no.npz: there is no such file.")
        try folder.write("x.npy", bytes: Self.x)
        #expect(said(Self.pair) == "F/y.npy: there is no such file.")
        try folder.write("train-images-idx3-ubyte", bytes: [])
        #expect(
            said(["source": .string("train-images-idx3-ubyte")])
                == "F/train-labels-idx1-ubyte: there is no such file.")
    }
}
