import Foundation

@testable import Datasets

/// A folder that is gone when the test is.
final class TemporaryFolder: Sendable {
    let path = NSTemporaryDirectory() + "datasets-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }
}

/// The table in a text.
func table(_ text: String, _ reader: CSVReader = CSVReader()) throws -> Table {
    try table(Array(text.utf8), reader)
}

func table(_ bytes: [UInt8], _ reader: CSVReader = CSVReader()) throws -> Table {
    try bytes.withUnsafeBytes { try reader.read(ByteStream(memory: $0, name: "a.csv")) }
}

/// The rows of a source at `indices`.
func rows(_ source: any ExampleSource, _ indices: [Int32]) -> [[Float]] {
    var values = [Float](repeating: .nan, count: indices.count * source.width)
    indices.withUnsafeBufferPointer { indices in
        values.withUnsafeMutableBufferPointer { source.gather(indices, into: $0) }
    }
    return indices.indices.map { Array(values[($0 * source.width)..<(($0 + 1) * source.width)]) }
}

func allRows(_ source: any ExampleSource) -> [[Float]] {
    rows(source, Array(0..<Int32(source.count)))
}

extension TableCells {
    var values: [Float] { withUnsafeBufferPointer(Array.init) }
}

extension Targets {
    var classes: [Int32] {
        if case .classes(let classes, _) = self { classes } else { [] }
    }

    var values: [Float] {
        if case .values(let values) = self { values } else { [] }
    }
}

/// What a throwing call says; nil if it does not throw.
func message(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return "\(error)"
    }
}
