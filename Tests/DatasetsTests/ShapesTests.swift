import Settings
import Testing

@testable import Datasets

struct ShapesTests {
    private static func shapes(_ options: [String: SettingValue] = [:]) throws -> Shapes {
        let defaults: [String: SettingValue] = ["examples": .int(12), "size": .list([.int(16), .int(24)])]
        var reader = SettingReader(defaults.merging(options) { $1 }, path: "data")
        return try Shapes(&reader)
    }

    private static func split(_ options: [String: SettingValue]) throws -> DataSplit {
        let entries = options.merging(["name": .string("shapes"), "dev_fraction": .int(0)]) { $1 }
        return try DataCache().split(of: DataSettings(.mapping(entries), folder: ""), trialSeed: 1)
    }

    @Test func `a picture is a function of the settings and its number`() throws {
        let shapes = try Self.shapes()
        let pictures = (0..<12).map(shapes.picture)
        #expect(Set(pictures).count == 12)
        #expect(try Self.shapes(["examples": .int(100)]).picture(7) == pictures[7])
        #expect(try Self.shapes(["seed": .int(2)]).picture(7) != pictures[7])
        #expect(try Self.shapes(["noise": .int(0)]).picture(7) != pictures[7])
    }

    @Test func `the same scene is drawn at every size`() throws {
        let clean: [String: SettingValue] = ["noise": .int(0)]
        let small = try Self.shapes(clean)
        let large = try Self.shapes(clean.merging(["size": .list([.int(64), .int(96)])]) { $1 })
        for example in 0..<12 {
            let (few, many) = (small.picture(example), large.picture(example))
            // Blocks of 4×4 small pixels against one large one, whose edges are smoothed otherwise.
            var difference = 0
            for (place, value) in few.enumerated() {
                let (row, column, channel) = (place / 72, place % 72 / 3, place % 3)
                var sum = 0
                for inner in 0..<16 {
                    sum += Int(many[((row * 4 + inner / 4) * 96 + column * 4 + inner % 4) * 3 + channel])
                }
                difference += abs(sum / 16 - Int(value))
            }
            #expect(difference / few.count < 4)
        }
    }

    @Test func `boxes and discs take turns`() throws {
        let split = try Self.split(["examples": .int(6), "size": .list([.int(8), .int(8)])])
        #expect(split.summary.task == .classification(classNames: ["boxes", "discs"]))
        #expect(split.train.targets.classes == [0, 1, 0, 1, 0, 1])
        #expect(split.summary.shape == [8, 8, 3])
    }

    @Test func `there are two thousand pictures of 64×64 where nobody says`() throws {
        let settings = try DataSettings(.string("shapes"), folder: "")
        guard case .shapes(let shapes) = settings.train else {
            Issue.record("\(settings.train)")
            return
        }
        #expect(shapes.examples == 2_000)
        #expect(shapes.size == PictureSize(height: 64, width: 64))
    }

    @Test(arguments: [
        (["examples": SettingValue.int(3)], "'data.examples' is 3; it must be a whole number in 4...1000000."),
        (["size": .int(64)], "'data.size' is 64; it must be [height, width], each in 1...4096."),
        (["noise": .int(-1)], "'data.noise' is -1; it must be between 0 and 10."),
    ])
    func `says what is wrong`(options: [String: SettingValue], words: String) {
        #expect(message { _ = try Self.split(options) } == words)
    }
}
