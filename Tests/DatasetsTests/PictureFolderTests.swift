import Foundation
import Settings
import Testing

@testable import Datasets

struct PictureFolderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let plain: [String: SettingValue] = ["standardize": .bool(false), "dev_fraction": .int(0)]

    private func split(_ name: String, _ more: [String: SettingValue] = [:]) throws -> DataSplit {
        let entries = Self.plain.merging(["source": .string(name)]) { $1 }.merging(more) { $1 }
        return try DataCache().split(of: DataSettings(.mapping(entries), folder: folder.path), trialSeed: 1)
    }

    private func said(_ name: String, _ more: [String: SettingValue] = [:]) -> String? {
        message { _ = try split(name, more) }?.replacing(folder.path, with: "F")
    }

    private func grey(_ name: String, _ level: UInt8, _ height: Int = 2, _ width: Int = 2) throws {
        let pixels = [UInt8](repeating: level, count: height * width)
        try folder.write(name, bytes: PictureFiles.png(height, width, pixels))
    }

    /// 0…255 as the standardization that is switched off leaves it.
    private static func levels(_ source: any ExampleSource) -> [Int] {
        allRows(source).map { Int(($0[0] * 255).rounded()) }
    }

    @Test func `each folder is a class, and pictures come by their names`() throws {
        try grey("p/dogs/2.png", 20)
        try grey("p/dogs/10.png", 10)
        try grey("p/cats/b.JPG", 40)
        try grey("p/cats/a.png", 30)
        try folder.write("p/cats/notes.txt", bytes: [1])
        try folder.write("p/cats/_DS_Store", bytes: [1])
        try folder.write("p/.hidden/x.png", bytes: [1])
        try folder.write("p/readme.md", bytes: [1])
        let split = try split("p")
        #expect(split.summary.task == .classification(classNames: ["cats", "dogs"]))
        #expect(Self.levels(split.train) == [30, 40, 10, 20])
        #expect(split.train.targets.classes == [0, 0, 1, 1])
        #expect(split.summary.shape == [2, 2, 1])
        #expect(try Self.levels(self.split("p", ["limit": .int(1)]).train) == [30, 10])
    }

    @Test func `one picture in colour makes all of them three channels`() throws {
        try grey("p/a/1.png", 30)
        try folder.write("p/b/1.png", bytes: PictureFiles.png(2, 2, .rgb, samples: [Int](repeating: 255, count: 12)))
        #expect(try split("p").summary.shape == [2, 2, 3])
        #expect(try split("p", ["channels": .int(1)]).summary.shape == [2, 2, 1])
    }

    @Test func `all pictures are brought to the size that is asked for`() throws {
        try grey("p/a/1.png", 30, 5, 3)
        try grey("p/b/1.png", 50, 4, 4)
        let split = try split("p", ["size": .list([.int(1), .int(2)])])
        #expect(split.summary.shape == [1, 2, 1] && split.summary.featureCount == 2)
        #expect(Self.levels(split.train) == [30, 50])
        #expect(
            said("p")
                == "F/p/b/1.png: it is of 4×4 pixels, and a/1.png of 5×3; say size: [height, width] to bring all to one "
                + "size.")
    }

    @Test(arguments: ["", "training_set/", "both"])
    func `training and test sets may lie in folders of their names`(nesting: String) throws {
        let inner = nesting == "both" ? "training_set/" : nesting
        let test = nesting == "both" ? "test_set/test_set" : "test_set"
        for (path, level) in [("a", UInt8(10)), ("b", 20)] {
            try grey("p/training_set/\(inner)\(path)/1.png", level)
            try grey("p/\(test)/\(path)/1.png", level + 1)
        }
        let split = try split("p")
        #expect(Self.levels(split.train) == [10, 20])
        #expect(Self.levels(try #require(split.test)) == [11, 21])
        #expect(
            said("p", ["test": .string("q/")]) == "'data.test' is 'q/'; p holds a test set already; leave 'test' out.")
    }

    @Test func `a broken picture is named, or left out and counted`() throws {
        for name in ["a/1", "a/2", "b/1", "b/2"] { try grey("p/\(name).png", name.hasSuffix("1") ? 10 : 20) }
        try folder.write("p/a/1.png", bytes: Array(PictureFiles.png(2, 2, [1, 2, 3, 4]).dropLast(20)))
        let size: [String: SettingValue] = ["size": .list([.int(1), .int(1)])]
        #expect(
            said("p", size)
                == "F/p/a/1.png: it is a broken PNG picture (it ends too early); remove it, or leave out what is broken "
                + "with skip_broken: true.")
        try folder.write("p/b/3.gif", bytes: Array("GIF89a".utf8))
        #expect(said("p", size)?.contains("(2 of 5 pictures cannot be read, also b/3.gif)") == true)
        let split = try split("p", ["skip_broken": .bool(true)].merging(size) { $1 })
        #expect(Self.levels(split.train) == [20, 10, 20])
        #expect(split.train.targets.classes == [0, 1, 1])
        #expect(
            split.summary.skipped.map { $0.replacing(folder.path, with: "F") } == [
                "F/p/a/1.png: it is a broken PNG picture (it ends too early)",
                "F/p/b/3.gif: it is neither a PNG nor a JPEG picture",
            ])
    }

    @Test func `what only looks like a picture is broken, too`() throws {
        for name in ["a/1", "a/2", "b/1"] { try grey("p/\(name).png", 10) }
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/p/a/3.png", withDestinationPath: "\(folder.path)/nothing.png")
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/p/b/2.png", withIntermediateDirectories: true)
        try #require(mkfifo("\(folder.path)/p/b/3.png", 0o600) == 0)
        try FileManager.default.createDirectory(atPath: "\(folder.path)/p/c", withIntermediateDirectories: true)
        try grey("p/stray.png", 10)
        #expect(said("p") == "F/p/c: there is no PNG or JPEG picture in this folder.")
        let split = try split("p", ["skip_broken": .bool(true)])
        #expect(split.train.count == 3 && split.summary.task == .classification(classNames: ["a", "b"]))
        #expect(
            split.summary.skipped.map { $0.replacing(folder.path, with: "F") } == [
                "F/p/a/3.png: there is no such file", "F/p/b/2.png: this is a folder; a file is needed",
                "F/p/b/3.png: this is not a regular file",
            ])
        #expect(
            split.summary.notes.map { $0.replacing(folder.path, with: "F") } == [
                "F/p/c: there is no PNG or JPEG picture in this folder, so it makes no class",
                "F/p: a picture lies beside the classes' folders and belongs to no class, first stray.png",
            ])
        try FileManager.default.removeItem(atPath: "\(folder.path)/p/c")
        #expect(
            said("p")
                == "F/p/a/3.png: there is no such file (3 of 6 pictures cannot be read, also b/2.png, b/3.png); remove "
                + "it, or leave out what is broken with skip_broken: true.")
    }

    @Test(arguments: [nil, 1])
    func `grey pictures beside a part in colour are read in colour, unless channels are said`(channels: Int?) throws {
        let colour = PictureFiles.png(2, 2, .rgb, samples: [Int](repeating: 255, count: 12))
        for label in ["a", "b"] {
            try folder.write("p/training_set/\(label)/1.png", bytes: colour)
            try grey("p/test_set/\(label)/1.png", 51)
        }
        let split = try split("p", channels.map { ["channels": .int($0)] } ?? [:])
        #expect(split.summary.shape == [2, 2, channels ?? 3])
        #expect(Self.levels(try #require(split.test)) == [51, 51])
    }

    @Test func `a test set alone is not enough`() throws {
        try grey("p/test_set/a/1.png", 1)
        #expect(said("p") == "'data.source' is 'p'; there is a test_set in it, but no training_set beside that.")
    }

    @Test func `a name that is no text is shown, byte by byte`() throws {
        try grey("p/a/1.png", 1)
        let descriptor = open("\(folder.path)/p/a/caf\u{e9}".utf8CString.dropLast(3) + [CChar(bitPattern: 0xE9), 0])
        #expect(descriptor >= 0)
        close(descriptor)
        #expect(said("p") == "F/p/a: 'caf\\xE9'; this name in it is not UTF-8 text; rename the file.")
    }

    private func open(_ path: some Collection<CChar>) -> Int32 {
        Array(path).withUnsafeBufferPointer { path in
            path.baseAddress.map { Foundation.open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
        }
    }

    @Test func `a folder of too many names is refused while it is read`() throws {
        for name in 0..<5 { try folder.write("p/\(name).png", bytes: []) }
        #expect(try FolderListing("\(folder.path)/p", most: 5).names == (0..<5).map { "\($0).png" })
        let said = message { _ = try FolderListing("\(folder.path)/p", most: 4) }
        #expect(
            said
                == "\(folder.path)/p: the folder holds more than 4 names, the most that are read; pack the data into a "
                + ".npz or IDX file.")
    }

    @Test func `says what is wrong with a folder`() throws {
        #expect(said("none/") == "F/none: there is no such folder.")
        try FileManager.default.createDirectory(atPath: "\(folder.path)/p", withIntermediateDirectories: true)
        #expect(said("p") == "F/p: there must be a folder of PNG or JPEG pictures in it for each class.")
        try folder.write("p/a/x.txt", bytes: [1])
        #expect(said("p") == "F/p/a: there is no PNG or JPEG picture in this folder.")
        try grey("p/a/1.png", 1)
        #expect(said("p") == "F/p: 'a'; all examples are of this one class, so there is nothing to tell apart.")
        try grey("p/b/1.png", 1)
        try grey("q/c/1.png", 1)
        #expect(
            said("p", ["dev": .string("q"), "dev_fraction": .int(0)])?.contains("already names the dev set") == true)
        let dev = try DataSettings(.mapping(["train": .string("p"), "dev": .string("q")]), folder: folder.path)
        let words = message { _ = try DataCache().split(of: dev, trialSeed: 1) }
        #expect(words?.replacing(folder.path, with: "F") == "F/q: 'c'; no training example is of this class.")
    }
}
