import Settings
import Testing

@testable import Datasets

struct DataSettingsTests {
    private static func settings(_ value: SettingValue, folder: String = "sweeps") throws -> DataSettings {
        try DataSettings(value, folder: folder)
    }

    @Test func `a name alone takes every default`() throws {
        let settings = try Self.settings(.string("digits"))
        #expect(settings.name == "digits")
        #expect(settings.train == .digits)
        #expect(settings.devFraction == 0.2)
        #expect(settings.testFraction == 0)
        #expect(settings.standardize)
        #expect(settings.task == nil && settings.target == nil && settings.limit == nil && settings.splitSeed == nil)
    }

    @Test func `relative paths start at the sweep file's folder`() throws {
        func path(_ text: String, _ folder: String) throws -> DataSettings.Source {
            try Self.settings(.string(text), folder: folder).train
        }
        #expect(try path("x.csv", "sweeps") == .file(path: "sweeps/x.csv"))
        #expect(try path("../x.CSV", "sweeps/") == .file(path: "sweeps/../x.CSV"))
        #expect(try path("/data/x.csv", "sweeps") == .file(path: "/data/x.csv"))
        #expect(try path("x.csv", "") == .file(path: "x.csv"))
        #expect(try path("x.csv", ".") == .file(path: "x.csv"))
    }

    @Test func `parts in files of their own need no fractions`() throws {
        let settings = try Self.settings(
            .mapping(["train": .string("a.csv"), "dev": .string("b.csv"), "test": .string("c.csv")]))
        #expect(settings.dev == .file(path: "sweeps/b.csv"))
        #expect(settings.test == .file(path: "sweeps/c.csv"))
        #expect(settings.devFraction == 0 && settings.testFraction == 0)
    }

    private static let digits = ["name": SettingValue.string("digits")]

    static let wrong: [(SettingValue, String)] = [
        (.int(3), "'data' is 3; it must be a name, a path or a mapping."),
        (.string("digit"), "'data' is 'digit'; no such data set; did you mean 'digits'?"),
        (
            .string("/dev/null"),
            "'data' is '/dev/null'; it must be the path of a .csv, .npz or IDX file or of a folder of pictures, or the name "
                + "of a built-in data set (\(names))."
        ),
        (
            .mapping(["source": .string("photos/7.png")]),
            "'data.source' is 'photos/7.png'; there is no such file or folder."
        ),
        (
            .string("x.npy"),
            "'data' is 'x.npy'; a .npy file holds one array; instead of it, say 'x' and 'y' with a file each."
        ),
        (
            .string("x.idx"),
            "'data' is 'x.idx'; its labels are not told by its name (…images-idx3-ubyte); instead of it, say 'x' and 'y' "
                + "with a file each."
        ),
        (.mapping(["x": .string("x.npy")]), "'data.y': the file with the targets is missing."),
        (
            .mapping(["x": .string("x.csv"), "y": .string("y.npy")]),
            "'data.x' is 'x.csv'; it must be the path of a .npy or an IDX file."
        ),
        (
            .mapping(["train": .mapping(["x": .string("x.npy"), "y": .string("y.npy"), "z": .int(1)])]),
            "'data.train.z': no such setting; did you mean 'x'?"
        ),
        (
            .mapping(["source": .string("a.npz"), "size": .list([.int(8), .int(8)])]),
            "'data.size' is [8, 8]; it is for folders of PNG and JPEG pictures, which a.npz is not."
        ),
        (
            .mapping(["source": .string("photos/"), "size": .list([.int(8), .int(0)])]),
            "'data.size' is [8, 0]; it must be [height, width], each in 1...4096."
        ),
        (
            .mapping(["source": .string("photos/"), "channels": .int(4)]),
            "'data.channels' is 4; it must be 1 (grey) or 3 (colour)."
        ),
        (
            .mapping(["target": .string("y")]),
            "'data' is {target: y}; 'source' is missing: a built-in name or a path; or 'x' and 'y', a file each."
        ),
        (
            .mapping(["source": .string("a.csv"), "train": .string("b.csv")]),
            "'data.train' is 'b.csv'; 'source' already says where the data are; leave one out."
        ),
        (with(["dev_fracton": .double(0.1)]), "'data.dev_fracton': no such setting; did you mean 'dev_fraction'?"),
        (with(["dev_fraction": .int(1)]), "'data.dev_fraction' is 1; it must be in 0..<1."),
        (
            with(["dev_fraction": .double(0.5), "test_fraction": .double(0.5)]),
            "'data.test_fraction' is 0.5; with a dev_fraction of 0.5 no example is left to train with."
        ),
        (
            with(["dev": .string("b.csv"), "dev_fraction": .double(0.1)]),
            "'data.dev_fraction' is 0.1; 'data.dev' already names the dev set; leave one out."
        ),
        (
            with(["dev": .string("b.txt")]),
            "'data.dev' is 'b.txt'; there is no such file or folder."
        ),
        (
            with(["dev": .string("/dev/null")]),
            "'data.dev' is '/dev/null'; it must be the path of a .csv, .npz or IDX file or of a folder of pictures."
        ),
        (
            .mapping(["train": .string("a.csv"), "dev": .string("a.csv")]),
            "'data.dev' is 'a.csv'; it is the data to train with; name others."
        ),
        (
            .mapping(["name": .string("spirals"), "classes": .int(1)]),
            "'data.classes' is 1; it must be a whole number in 2...100."
        ),
        (
            .mapping(["name": .string("spirals"), "examples": .int(5)]),
            "'data.examples' is 5; it must be a whole number in 6...10000000."
        ),
        (
            .mapping(["name": .string("blobs"), "noise": .int(-1)]),
            "'data.noise' is -1; it must be between 0 and 1000."
        ),
        (
            .mapping(["name": .string("moons"), "classes": .int(3)]),
            "'data.classes': no such setting; there are: dev, dev_fraction, examples, limit, "
                + "name, noise, seed, source, split_seed, standardize, stratify, test, test_fraction, train."
        ),
        (
            .mapping(["name": .string("moons"), "target": .string("y")]),
            "'data.target': no such setting; there are: dev, dev_fraction, examples, limit, "
                + "name, noise, seed, source, split_seed, standardize, stratify, test, test_fraction, train."
        ),
        (
            with(["task": .string("regresion")]),
            "'data.task' is 'regresion'; no such choice; did you mean 'regression'?"
        ),
        (
            with(["task": .string("regression"), "stratify": .bool(true)]),
            "'data.stratify' is true; with 'task: regression' there are no classes to stratify by."
        ),
        (
            with(["task": .string("regression"), "limit": .int(5)]),
            "'data.limit' is 5; with 'task: regression' there are no classes to limit."
        ),
        (with(["limit": .int(0)]), "'data.limit' is 0; it must be a whole number of at least 1."),
        (with(["split_seed": .string("x")]), "'data.split_seed' is 'x'; it must be a whole number of at least 0."),
        (with(["standardize": .int(1)]), "'data.standardize' is 1; it must be true or false."),
        (with(["ignore": .string("id")]), "'data.ignore' is 'id'; it must be a list of columns."),
        (with(["categories": .list([.int(3)])]), "'data.categories' is [3]; it must be a list of columns."),
    ]

    private static let names = BuiltInData.names.joined(separator: ", ")

    private static func with(_ entries: [String: SettingValue]) -> SettingValue {
        .mapping(digits.merging(entries) { $1 })
    }

    @Test(arguments: wrong)
    func `says what is wrong`(value: SettingValue, words: String) {
        #expect(message { _ = try Self.settings(value) } == words)
    }
}
