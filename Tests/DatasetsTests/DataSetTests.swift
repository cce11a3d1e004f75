import Settings
import Testing

@testable import Datasets

struct DataSetTests {
    private let folder: TemporaryFolder
    private let cache = DataCache()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func settings(_ entries: [String: SettingValue]) throws -> DataSettings {
        try DataSettings(.mapping(entries), folder: folder.path)
    }

    /// Writes `text` as data.csv and splits it.
    private func split(_ text: String, _ more: [String: SettingValue] = [:], seed: Int = 1) throws -> DataSplit {
        try folder.write("data.csv", text)
        let settings = try settings(more.merging(["source": .string("data.csv")]) { $1 })
        return try cache.split(of: settings, trialSeed: seed)
    }

    /// 30 rows of class a, 10 of class b, 1 of class c; the feature is the row's number.
    private static let uneven =
        "x,y\n" + (0..<41).map { "\($0),\($0 < 30 ? "a" : $0 < 40 ? "b" : "c")\n" }.joined()

    private static let raw: [String: SettingValue] = ["standardize": .bool(false)]

    @Test func `a stratified split keeps proportions, and a lone example is trained with`() throws {
        let split = try split(Self.uneven, ["dev_fraction": .double(0.2), "test_fraction": .double(0.1)])
        func counts(_ source: (any ExampleSource)?) -> [Int] {
            let classes = source?.targets.classes ?? []
            return (0..<3).map { label in classes.filter { $0 == label }.count }
        }
        #expect(counts(split.dev) == [6, 2, 0])
        #expect(counts(split.test) == [3, 1, 0])
        #expect(counts(split.train) == [21, 7, 1])
        #expect(split.summary.task == .classification(classNames: ["a", "b", "c"]))
        #expect(split.summary.trainCount == 29 && split.summary.devCount == 8 && split.summary.testCount == 4)
    }

    @Test func `the parts are disjoint, complete and in the order of the file`() throws {
        for stratify in [true, false] {
            let split = try split(
                Self.uneven, Self.raw.merging(["test_fraction": .double(0.3), "stratify": .bool(stratify)]) { $1 })
            let parts = try [split.train, #require(split.dev), #require(split.test)].map { allRows($0).map { $0[0] } }
            #expect(parts.joined().sorted() == (0..<41).map(Float.init))
            for part in parts { #expect(part == part.sorted()) }
        }
    }

    @Test func `equal seeds give equal parts, other seeds others`() throws {
        func dev(_ seed: Int, _ more: [String: SettingValue] = [:]) throws -> [[Float]] {
            let all = Self.raw.merging(more) { $1 }
            let settings = try settings(all.merging(["source": .string("data.csv")]) { $1 })
            return allRows(try #require(try DataCache().split(of: settings, trialSeed: seed).dev))
        }
        try folder.write("data.csv", Self.uneven)
        #expect(try dev(1) == dev(1))
        #expect(try dev(1) != dev(2))
        #expect(try dev(1, ["split_seed": .int(5)]) == dev(2, ["split_seed": .int(5)]))
        #expect(try dev(5) == dev(2, ["split_seed": .int(5)]))
    }

    @Test func `standardizes by the training part alone`() throws {
        let split = try split(Self.uneven)
        let train = allRows(split.train).map { Double($0[0]) }
        let count = Double(train.count)
        // Float features of magnitude 1 are rounded to 6e-8; the mean of 33 of them is far more exact than 1e-6.
        #expect(abs(train.reduce(0, +) / count) < 1e-6)
        #expect(abs(train.reduce(0) { $0 + $1 * $1 } / count - 1) < 1e-6)
        let raw = try self.split(Self.uneven, Self.raw)
        let (mean, deviation) = Self.moments(allRows(raw.train).map { Double($0[0]) })
        for (row, original) in zip(allRows(try #require(split.dev)), allRows(try #require(raw.dev))) {
            #expect(abs(Double(row[0]) - (Double(original[0]) - mean) / deviation) < 1e-6)
        }
    }

    private static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        return (mean, (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot())
    }

    @Test func `a feature that never varies becomes 0`() throws {
        let text = "c,x,y\n" + (0..<10).map { "0.1,\($0),\($0 % 2)\n" }.joined()
        #expect(allRows(try split(text).train).allSatisfy { $0[0] == 0 && $0[1].isFinite })
    }

    @Test func `a feature that never varies in training is only shifted elsewhere`() throws {
        try folder.write("train.csv", "x,y\n5,no\n5,yes\n")
        try folder.write("dev.csv", "x,y\n7,no\n")
        let settings = try settings(["train": .string("train.csv"), "dev": .string("dev.csv")])
        #expect(allRows(try #require(cache.split(of: settings, trialSeed: 1).dev)) == [[2]])
    }

    @Test func `what is left over after rounding goes to the classes with the largest remainders`() {
        func dev(_ sizes: [Int], _ fraction: Double) -> [Int] {
            PartSizes(classSizes: sizes, devFraction: fraction, testFraction: 0).dev
        }
        #expect(dev([13, 5, 6], 0.25) == [3, 1, 2])
        #expect(dev([6, 13, 5], 0.25) == [2, 3, 1])
        #expect(dev([10, 10, 10], 0.25) == [3, 3, 2])
        #expect(dev([1, 1, 1], 0.9) == [0, 0, 0])
        #expect(dev([2, 30], 0.95) == [1, 29])
    }

    @Test func `a category becomes one feature per value, sorted, 0 or 1 and not standardized`() throws {
        let split = try split(
            "size,colour,y\n1,red,0\n2,blue,1\n3,red,0\n4,green,1\n", ["dev_fraction": .int(0)])
        #expect(split.summary.featureNames == ["size", "colour=blue", "colour=green", "colour=red"])
        #expect(allRows(split.train).map { Array($0[1...]) } == [[0, 0, 1], [1, 0, 0], [0, 0, 1], [0, 1, 0]])
        #expect(split.dev == nil)
        #expect(rows(split.train, [3, 0, 3]).map { Array($0[1...]) } == [[0, 1, 0], [0, 0, 1], [0, 1, 0]])
    }

    @Test func `whole numbers of few different values are classes in their order`() throws {
        let text = "x,y\n" + [10, 9, 2, 10, 9, 2].enumerated().map { "\($0),\($1)\n" }.joined()
        let split = try split(text, ["dev_fraction": .int(0)])
        #expect(split.summary.task == .classification(classNames: ["2", "9", "10"]))
        #expect(split.train.targets.classes == [2, 1, 0, 2, 1, 0])
    }

    @Test func `numbers written as categories are sorted as numbers`() throws {
        let text = "x,y\n1,10\n2,9\n3,-1\n"
        let split = try split(text, ["dev_fraction": .int(0), "categories": .list([.string("y")])])
        #expect(split.summary.task == .classification(classNames: ["-1", "9", "10"]))
    }

    @Test func `other numbers are predicted as they are`() throws {
        let many = "x,y\n" + (0...20).map { "\($0),\($0)\n" }.joined()
        #expect(try split(many, ["dev_fraction": .int(0)]).train.targets.values == (0...20).map(Float.init))
        #expect(try split("x,y\n1,0.5\n2,1\n3,0.5\n", ["dev_fraction": .int(0)]).train.targets.values == [0.5, 1, 0.5])
        let asked = try split("x,y\n1,0\n2,1\n3,0\n", ["dev_fraction": .int(0), "task": .string("regression")])
        #expect(asked.train.targets.values == [0, 1, 0])
        let classes = try split(
            "x,y\n1,0.5\n2,1\n3,0.5\n", ["dev_fraction": .int(0), "task": .string("classification")])
        #expect(classes.summary.task == .classification(classNames: ["0.5", "1"]))
    }

    @Test func `a limit takes the first examples of each class`() throws {
        let split = try split(
            Self.uneven, Self.raw.merging(["limit": .int(2), "dev_fraction": .int(0)]) { $1 })
        #expect(allRows(split.train).map { $0[0] } == [0, 1, 30, 31, 40])
    }

    @Test func `parts in files of their own share categories and classes`() throws {
        try folder.write("train.csv", "c,y\nred,no\nblue,yes\n")
        try folder.write("dev.csv", "c,y\ngreen,yes\nred,no\n")
        let settings = try settings(["train": .string("train.csv"), "dev": .string("dev.csv")])
        let split = try cache.split(of: settings, trialSeed: 1)
        #expect(split.summary.featureNames == ["c=blue", "c=green", "c=red"])
        #expect(allRows(split.train) == [[0, 0, 1], [1, 0, 0]])
        let dev = try #require(split.dev)
        #expect(allRows(dev) == [[0, 1, 0], [0, 0, 1]])
        #expect(dev.targets.classes == [1, 0])
    }

    @Test(arguments: [
        ("x,z\n1,no\n", "dev.csv:1: the columns must be those of F/train.csv, in the same order."),
        ("x,y\none,no\n", "dev.csv:2: column 'x': it holds text, but numbers in F/train.csv."),
        ("x,y\n1,no\n2,maybe\n", "dev.csv:3: column 'y' is 'maybe'; no training example is of this class."),
    ])
    func `a dev file must be like the training file`(dev: String, words: String) throws {
        try folder.write("train.csv", "x,y\n1,no\n2,yes\n")
        try folder.write("dev.csv", dev)
        let settings = try settings(["train": .string("train.csv"), "dev": .string("dev.csv")])
        let said = message { _ = try cache.summary(of: settings) }
        #expect(said?.replacing(folder.path, with: "F") == "F/\(words)")
    }

    static let wrong: [(String, [String: SettingValue], String)] = [
        (
            "x,y\n1,a\n2,a\n", [:],
            "F/data.csv: column 'y' is 'a'; all examples are of this one class, so there is nothing "
                + "to tell apart."
        ),
        (
            "x,y\n1,a\n2,b\n", ["task": .string("regression")],
            "F/data.csv:2: column 'y' is 'a'; it must be a number with 'task: regression'."
        ),
        (
            "x,y\n1,0.5\n2,1.5\n", ["limit": .int(1)],
            "'data.limit' is 1; the target of data.csv is a number to predict "
                + "(regression), so there are no classes to limit."
        ),
        (
            "x,y\n1,0.5\n2,1.5\n", ["stratify": .bool(true)],
            "'data.stratify' is true; the target of data.csv is a number "
                + "to predict (regression), so there are no classes to stratify by."
        ),
        ("x,y\n1,a\n2,b\n", [:], "'data.dev_fraction' is 0.2; of 2 examples that leaves none for the dev set."),
        (
            "x,y\n1,a\n2,b\n3,b\n", ["test_fraction": .double(0.1)],
            "'data.test_fraction' is 0.1; of 3 examples that leaves none for the test set."
        ),
    ]

    @Test(arguments: wrong)
    func `says what is wrong`(text: String, more: [String: SettingValue], words: String) {
        let said = message { _ = try split(text, more) }
        #expect(said?.replacing(folder.path, with: "F") == words)
    }

    @Test func `the fingerprint follows content and settings, not the seed or the path`() throws {
        func fingerprint(_ name: String, _ text: String, _ more: [String: SettingValue] = [:]) throws -> String {
            try folder.write(name, text)
            return try cache.summary(of: settings(more.merging(["source": .string(name)]) { $1 })).fingerprint
        }
        let first = try fingerprint("a.csv", Self.uneven)
        #expect(try fingerprint("b.csv", Self.uneven) == first)
        #expect(try fingerprint("a.csv", Self.uneven + "41,a\n") != first)
        #expect(try fingerprint("a.csv", Self.uneven, ["dev_fraction": .double(0.3)]) != first)
        #expect(first.count == 32)
    }

    @Test func `a changed file is read again`() throws {
        let small = try split("x,y\n1,a\n2,b\n", ["dev_fraction": .int(0)])
        let larger = try split("x,y\n1,a\n2,b\n3,b\n", ["dev_fraction": .int(0)])
        #expect(small.train.count == 2)
        #expect(larger.train.count == 3)
    }

    @Test func `the digits are all there`() throws {
        let settings = try DataSettings(.string("digits"), folder: "")
        let summary = try cache.summary(of: settings)
        #expect(summary.featureNames.count == 64)
        #expect(summary.task == .classification(classNames: (0...9).map(String.init)))
        #expect(summary.trainCount == 1438 && summary.devCount == 359 && summary.testCount == 0)
    }
}
