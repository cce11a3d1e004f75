import Settings
import Testing

@testable import Datasets

struct SyntheticDataTests {
    private static let kinds = BuiltInData.allCases.filter { $0.synthesis != nil }

    private static func split(_ kind: BuiltInData, _ more: [String: SettingValue] = [:]) throws -> DataSplit {
        let raw: [String: SettingValue] = [
            "name": .string(kind.rawValue), "standardize": .bool(false), "dev_fraction": .int(0),
        ]
        let settings = try DataSettings(.mapping(raw.merging(more) { $1 }), folder: "")
        return try DataCache().split(of: settings, trialSeed: 1)
    }

    @Test(arguments: kinds)
    func `equal settings give equal points, and the seed moves them`(kind: BuiltInData) throws {
        let first = try Self.split(kind)
        #expect(allRows(first.train) == allRows(try Self.split(kind).train))
        let other = try Self.split(kind, ["seed": .int(2)])
        #expect(allRows(first.train) != allRows(other.train))
        #expect(first.summary.fingerprint != other.summary.fingerprint)
        #expect(first.train.count == 1_000 && first.train.width == 2)
    }

    @Test(arguments: kinds)
    func `classes are as large as they can be alike`(kind: BuiltInData) throws {
        let split = try Self.split(kind, ["examples": .int(100)])
        let classes = split.train.targets.classes
        let count = try #require(split.summary.task.classCount)
        for label in 0..<Int32(count) {
            #expect((100 / count...(100 + count - 1) / count).contains(classes.filter { $0 == label }.count))
        }
    }

    @Test func `more than twenty classes are still classes`() throws {
        let split = try Self.split(.blobs, ["classes": .int(30)])
        #expect(split.summary.task == .classification(classNames: (0..<30).map(String.init)))
    }

    @Test func `without noise points lie where their class is`() throws {
        func points(_ kind: BuiltInData) throws -> [(label: Int32, x: Double, y: Double)] {
            let train = try Self.split(kind, ["noise": .int(0)]).train
            return zip(train.targets.classes, allRows(train)).map { ($0, Double($1[0]), Double($1[1])) }
        }
        // Single precision rounds to 6e-8 of the magnitudes here, which are at most 2.
        for point in try points(.moons) {
            let (x, y) = point.label == 0 ? (point.x, point.y) : (point.x - 1, point.y - 0.5)
            #expect(abs((x * x + y * y).squareRoot() - 1) < 1e-6)
            #expect(point.label == 0 ? y >= 0 : y <= 0)
        }
        for point in try points(.blobs) {
            #expect(abs((point.x * point.x + point.y * point.y).squareRoot() - 1) < 1e-6)
        }
        let radii = try points(.spirals).filter { $0.label == 1 }.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
        #expect(radii == radii.sorted() && radii.allSatisfy { $0 < 1 })
    }
}
