import Randomness
import Settings
import Testing

@testable import Datasets

struct ArrayStandardizationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func split(_ kind: String, _ shape: [Int], _ body: [UInt8], standardize: Bool = true) throws -> DataSplit {
        try folder.write("x.npy", bytes: ArrayFiles.npy(kind, shape, body))
        let classes = (0..<shape[0]).map { UInt8($0 % 2) }
        try folder.write("y.npy", bytes: ArrayFiles.npy("|u1", [shape[0]], classes))
        let entries: [String: SettingValue] = [
            "x": .string("x.npy"), "y": .string("y.npy"), "standardize": .bool(standardize),
        ]
        return try DataCache().split(of: DataSettings(.mapping(entries), folder: folder.path), trialSeed: 3)
    }

    private static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        return (mean, (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot())
    }

    /// Numbers of one group of columns, over all rows.
    private static func column(_ rows: [[Float]], _ isIn: (Int) -> Bool) -> [Double] {
        rows.flatMap { row in row.indices.filter(isIn).map { Double(row[$0]) } }
    }

    /// Single precision rounds results of magnitude 4 to 2e-7; means of hundreds of them err less.
    private static let tolerance = 1e-5

    @Test(arguments: [([40, 5, 7, 3], 3), ([40, 6, 6], 1), ([40, 4, 4, 1], 1)])
    func `the channels of pictures have mean 0 and deviation 1 over the training part`(shape: [Int], channels: Int)
        throws
    {
        var random = RandomStream(seed: 1, .data)
        let body = (0..<shape.reduce(1, *)).map { UInt8(20 * ($0 % channels) + Int(random.below(100))) }
        for (kind, bytes) in [("|u1", body), ("<f4", ArrayFiles.bytes(body.map { Float($0) * 3 + 1000 }))] {
            let split = try split(kind, shape, bytes)
            let raw = try self.split(kind, shape, bytes, standardize: false)
            for channel in 0..<channels {
                let train = Self.moments(Self.column(allRows(split.train)) { $0 % channels == channel })
                #expect(abs(train.mean) < Self.tolerance && abs(train.deviation - 1) < Self.tolerance)
                let expected = Self.moments(Self.column(allRows(raw.train)) { $0 % channels == channel })
                let dev = Self.column(allRows(try #require(split.dev))) { $0 % channels == channel }
                let original = Self.column(allRows(try #require(raw.dev))) { $0 % channels == channel }
                let wanted = original.map { ($0 - expected.mean) / expected.deviation }
                let worst = zip(dev, wanted).map { abs($0 - $1) }.max()
                #expect(try #require(worst) < 1e-4)
            }
        }
    }

    @Test func `other numbers are standardized each by itself`() throws {
        var random = RandomStream(seed: 2, .data)
        let body = (0..<60).flatMap { _ in [Float(1e6 + random.uniform()), Float(7), Float(random.normal() * 1e-3)] }
        let split = try split("<f4", [60, 3], ArrayFiles.bytes(body))
        let rows = allRows(split.train)
        for feature in [0, 2] {
            let moments = Self.moments(Self.column(rows) { $0 == feature })
            // Near 10⁶ single precision knows the mean to 1/32, a ninth of this deviation.
            #expect(abs(moments.mean) < 0.12 && abs(moments.deviation - 1) < Self.tolerance)
        }
        #expect(rows.allSatisfy { $0[1] == 0 })
    }

    @Test func `many channels are numbers like others`() throws {
        #expect(ExampleLayout(element: .uint8, shape: [3, 8, 8])?.channels == nil)
        #expect(ExampleLayout(element: .uint8, shape: [8, 8, 4])?.channels == 4)
        #expect(ExampleLayout(element: .uint8, shape: [64])?.channels == nil)
        #expect(ExampleLayout(element: .uint8, shape: [])?.width == 1)
        #expect(ExampleLayout(element: .uint8, shape: [1 << 20, 1 << 20]) == nil)
        #expect(ExampleLayout(element: .uint8, shape: [4, 0]) == nil)
    }

    @Test func `rows come in any order, repeated or not`() throws {
        let split = try split("|u1", [4, 2], [1, 2, 3, 4, 5, 6, 7, 8], standardize: false)
        let all = allRows(split.train)
        #expect(rows(split.train, [2, 0, 2]) == [all[2], all[0], all[2]])
        #expect(all.joined().allSatisfy { $0 == $0.rounded() && $0 >= 1 })
    }
}
