import Settings
import Testing

@testable import Datasets

struct ArrayDataTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let plain: [String: SettingValue] = ["standardize": .bool(false), "dev_fraction": .int(0)]

    private func split(_ entries: [String: SettingValue]) throws -> DataSplit {
        let settings = try DataSettings(.mapping(Self.plain.merging(entries) { $1 }), folder: folder.path)
        return try DataCache().split(of: settings, trialSeed: 1)
    }

    /// The rows of `x` in a pair of .npy files.
    private func rows(_ x: [UInt8], _ classes: [UInt8] = [0, 1, 1]) throws -> [[Float]] {
        try folder.write("x.npy", bytes: x)
        try folder.write("y.npy", bytes: ArrayFiles.npy("|u1", [classes.count], classes))
        return allRows(try split(["x": .string("x.npy"), "y": .string("y.npy")]).train)
    }

    static let kinds: [(String, [UInt8], [Float])] = [
        ("|b1", [0, 1, 1, 0, 1, 0], [0, 1, 1, 0, 1, 0]),
        ("|u1", [0, 1, 127, 128, 254, 255], [0, 1, 127, 128, 254, 255]),
        ("|i1", [0, 1, 127, 128, 254, 255], [0, 1, 127, -128, -2, -1]),
        ("<i2", ArrayFiles.bytes([0, 1, -1, 258, .min, .max] as [Int16]), [0, 1, -1, 258, -32768, 32767]),
        (">u2", ArrayFiles.bytes([0, 1, 2, 258, 3, .max] as [UInt16], isBig: true), [0, 1, 2, 258, 3, 65535]),
        ("<u4", ArrayFiles.bytes([0, 1, 2, 3, 4, .max] as [UInt32]), [0, 1, 2, 3, 4, 0x1p32]),
        (">i4", ArrayFiles.bytes([0, 1, 2, 3, .min, .max] as [Int32], isBig: true), [0, 1, 2, 3, -0x1p31, 0x1p31]),
        ("<i8", ArrayFiles.bytes([0, 1, -2, 3, .min, .max] as [Int64]), [0, 1, -2, 3, -0x1p63, 0x1p63]),
        (">u8", ArrayFiles.bytes([0, 1, 2, 3, 4, .max] as [UInt64], isBig: true), [0, 1, 2, 3, 4, 0x1p64]),
        ("<f4", ArrayFiles.bytes([0, -0.1, 2, 3, 1e-37, 3e38] as [Float]), [0, -0.1, 2, 3, 1e-37, 3e38]),
        (">f8", ArrayFiles.bytes([0, -0.1, 2, 3, 1e-300, 3e38] as [Double], isBig: true), [0, -0.1, 2, 3, 0, 3e38]),
    ]

    @Test(arguments: kinds)
    func `reads every kind of number`(kind: String, bytes: [UInt8], expected: [Float]) throws {
        let rows = try rows(ArrayFiles.npy(kind, [3, 2], bytes))
        #expect(Array(rows.joined()) == expected)
    }

    @Test(arguments: [UInt8(1), 2, 3])
    func `reads every version of the format`(version: UInt8) throws {
        let rows = try rows(ArrayFiles.npy("|i1", [3, 2], version: version, [1, 2, 3, 4, 5, 6]))
        #expect(rows == [[1, 2], [3, 4], [5, 6]])
    }

    @Test func `the first dimension may vary fastest`() throws {
        // Element [i, j, k] of shape [3, 2, 4] holds 100 i + 10 j + k.
        var body: [Int16] = []
        for k in 0..<4 {
            for j in 0..<2 {
                for i in 0..<3 { body.append(Int16(100 * i + 10 * j + k)) }
            }
        }
        let rows = try rows(ArrayFiles.npy("<i2", [3, 2, 4], isFortran: true, ArrayFiles.bytes(body)))
        let first: [Float] = [0, 1, 2, 3, 10, 11, 12, 13]
        #expect(rows == [first, first.map { $0 + 100 }, first.map { $0 + 200 }])
    }

    @Test func `blanks, double quotation marks and another order are as good`() throws {
        let header = "{\"shape\":( 3L,2) ,'fortran_order' : False,'descr':'|i1'}   "
        #expect(try rows(ArrayFiles.npy(header: header, [1, 2, 3, 4, 5, 6])) == [[1, 2], [3, 4], [5, 6]])
    }

    @Test func `one number per example needs no second dimension`() throws {
        #expect(try rows(ArrayFiles.npy("|i1", [3], [7, 8, 9])) == [[7], [8], [9]])
    }

    private static let x = ArrayFiles.npy("<f4", [3, 2], ArrayFiles.bytes([1, 2, 3, 4, 5, 6] as [Float]))
    private static let y = ArrayFiles.npy("<i8", [3], ArrayFiles.bytes([7, 9, 7] as [Int64]))

    @Test(arguments: [(false, false), (true, false), (false, true), (true, true)])
    func `reads archives, stored or deflated, with sizes of 32 or 64 bits`(isDeflated: Bool, isLarge: Bool) throws {
        let archive = ArrayFiles.zip(
            [("y.npy", Self.y), ("x.npy", Self.x)], isDeflated: isDeflated, isLarge: isLarge)
        try folder.write("a.npz", bytes: archive)
        let split = try split(["source": .string("a.npz")])
        #expect(allRows(split.train) == [[1, 2], [3, 4], [5, 6]])
        #expect(split.train.targets.classes == [0, 1, 0])
        #expect(split.summary.task == .classification(classNames: ["7", "9"]))
        #expect(split.summary.featureCount == 2 && split.summary.shape == [2] && split.summary.featureNames == [])
    }

    @Test func `arrays in archives may have other names`() throws {
        let archive = ArrayFiles.zip([("labels.npy", Self.y), ("images.npy", Self.x)], isDeflated: true)
        try folder.write("a.npz", bytes: archive)
        let split = try split(["source": .string("a.npz"), "x": .string("images"), "y": .string("labels")])
        #expect(split.train.count == 3)
    }

    @Test func `numbers to predict stay as they are`() throws {
        try folder.write("x.npy", bytes: Self.x)
        try folder.write("y.npy", bytes: ArrayFiles.npy("<f8", [3, 1], ArrayFiles.bytes([0.5, -1, 3] as [Double])))
        let split = try split(["x": .string("x.npy"), "y": .string("y.npy")])
        #expect(split.train.targets.values == [0.5, -1, 3])
    }

    @Test(arguments: ["train-images-idx3-ubyte", "train-images.idx3-ubyte", "train-images-idx3-ubyte.gz"])
    func `reads IDX with the labels beside it`(name: String) throws {
        func packed(_ bytes: [UInt8]) -> [UInt8] { name.hasSuffix(".gz") ? ArrayFiles.gzip(bytes) : bytes }
        let labels = name.replacing("images", with: "labels").replacing("idx3", with: "idx1")
        try folder.write(name, bytes: packed(ArrayFiles.idx(8, [3, 1, 2], [0, 51, 102, 153, 204, 255])))
        try folder.write(labels, bytes: packed(ArrayFiles.idx(8, [3], [5, 3, 5])))
        for source in [name, folder.path] {
            let split = try split(["source": .string(source)])
            #expect(split.summary.shape == [1, 2])
            #expect(split.summary.task == .classification(classNames: ["3", "5"]))
            // The bytes of pictures become 0…1.
            for (row, expected) in zip(allRows(split.train), [[0, 0.2], [0.4, 0.6], [0.8, 1]] as [[Float]]) {
                for (number, wanted) in zip(row, expected) { #expect(abs(number - wanted) < 1e-6) }
            }
        }
    }

    static let idxKinds: [(UInt8, [UInt8])] = [
        (0x09, [0xFF, 1]), (0x0B, [0xFF, 0xFF, 0, 1]), (0x0C, [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1]),
        (0x0D, [0xBF, 0x80, 0, 0, 0x3F, 0x80, 0, 0]),
        (0x0E, [0xBF, 0xF0, 0, 0, 0, 0, 0, 0, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0]),
    ]

    @Test(arguments: idxKinds)
    func `reads every kind of number in IDX`(code: UInt8, bytes: [UInt8]) throws {
        try folder.write("x.idx", bytes: ArrayFiles.idx(code, [2, 1], bytes))
        try folder.write("y.idx.gz", bytes: ArrayFiles.gzip(ArrayFiles.idx(8, [2], [0, 1])))
        #expect(allRows(try split(["x": .string("x.idx"), "y": .string("y.idx.gz")]).train) == [[-1], [1]])
    }

    @Test func `a folder of MNIST's files holds its own test set`() throws {
        for (part, classes) in [("train", [0, 1, 2]), ("t10k", [2, 1, 0])] {
            let body = classes.map(UInt8.init)
            try folder.write("m/\(part)-images-idx3-ubyte", bytes: ArrayFiles.idx(8, [3, 1, 1], body))
            try folder.write("m/\(part)-labels-idx1-ubyte", bytes: ArrayFiles.idx(8, [3], body))
        }
        let split = try split(["source": .string("m")])
        #expect(split.test?.targets.classes == [2, 1, 0])
        let said = message { _ = try self.split(["source": .string("m"), "test_fraction": .double(0.1)]) }
        #expect(said == "'data.test_fraction' is 0.1; m already names the test set; leave one out.")
    }

    @Test func `parts may be arrays of their own`() throws {
        try folder.write("x.npy", bytes: Self.x)
        try folder.write("y.npy", bytes: Self.y)
        try folder.write("dx.npy", bytes: ArrayFiles.npy("<f8", [1, 2], ArrayFiles.bytes([8, 9] as [Double])))
        try folder.write("dy.npy", bytes: ArrayFiles.npy("|u1", [1], [9]))
        let dev: SettingValue = .mapping(["x": .string("dx.npy"), "y": .string("dy.npy")])
        let entries: [String: SettingValue] = [
            "train": .mapping(["x": .string("x.npy"), "y": .string("y.npy")]), "dev": dev, "standardize": .bool(false),
        ]
        let settings = try DataSettings(.mapping(entries), folder: folder.path)
        let split = try DataCache().split(of: settings, trialSeed: 1)
        let part = try #require(split.dev)
        #expect(allRows(part) == [[8, 9]])
        #expect(part.targets.classes == [1])
    }
}
