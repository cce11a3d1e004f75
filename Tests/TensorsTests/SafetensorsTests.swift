import Foundation
import Tensors
import Testing

@Suite("A safetensors file")
struct SafetensorsTests {
    /// A file of a header and numbers, its length as said or as it is.
    private func file(_ header: String, _ numbers: [UInt8] = [], length: UInt64? = nil) -> Data {
        var data = withUnsafeBytes(of: (length ?? UInt64(header.utf8.count)).littleEndian) { Data($0) }
        data.append(contentsOf: header.utf8)
        data.append(contentsOf: numbers)
        return data
    }

    private func words(_ data: Data) -> String {
        do throws(SafetensorsError) {
            _ = try SafetensorsFile(data, path: "a.safetensors")
            return "read"
        } catch {
            return error.description
        }
    }

    @Test("is read back as it was written, metadata and all")
    func roundTrip() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "weights.safetensors").path()
        let buffer = FloatBuffer([1.5, -0.0, .infinity, 1e-38, 3, 4])
        var layout = TensorLayout()
        layout.append("a", shape: [2, 2])
        layout.append("b \"quoted\"\n", shape: [2])
        for _ in 0..<2 {
            var writer = SafetensorsWriter()
            writer.metadata = ["größe": "1\n\"2\"", "empty": ""]
            writer.add(layout, buffer, prefix: "p.")
            writer.add("nothing", shape: [0, 3], buffer, 0..<0)
            try writer.write(to: path)
            #expect(writer.checksums == (try SafetensorsFile(path: path)).checksums)
        }
        let file = try SafetensorsFile(path: path)
        #expect(file.metadata == ["größe": "1\n\"2\"", "empty": ""])
        #expect(file.names == ["nothing", "p.a", "p.b \"quoted\"\n"])
        #expect(file.shape(of: "nothing") == [0, 3])
        let copy = FloatBuffer(count: 6)
        try file.read(layout, into: copy, prefix: "p.")
        #expect(copy.array.map(\.bitPattern) == buffer.array.map(\.bitPattern))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["weights.safetensors"])
    }

    @Test("may hold numbers of other formats, which are read as single precision")
    func formats() throws {
        func read(_ format: String, _ numbers: [UInt8], count: Int) throws -> [Float]? {
            let header = #"{"x":{"dtype":"\#(format)","shape":[\#(count)],"data_offsets":[0,\#(numbers.count)]}}"#
            return try SafetensorsFile(file(header, numbers), path: "a").numbers(of: "x")
        }
        #expect(try read("F64", [0, 0, 0, 0, 0, 0, 0xF8, 0x3F], count: 1) == [1.5])
        #expect(try read("F32", [0, 0, 0xC0, 0xBF], count: 1) == [-1.5])
        #expect(try read("BF16", [0xC0, 0x3F, 0x80, 0x7F], count: 2) == [1.5, .infinity])
        #expect(
            try read("F16", [0, 0x3E, 0, 0xC0, 1, 0, 0xFF, 0x7B, 0, 0xFC], count: 5)
                == [1.5, -2, 0x1p-24, 65504, -.infinity])
        #expect(try read("F16", [1, 0x7C], count: 1)?.first?.isNaN == true)
    }

    @Test("that breaks the format is refused, with the reason")
    func malformed() {
        let start = "a.safetensors: not a whole safetensors file: "
        #expect(words(Data([1, 2, 3])) == start + "it has 3 bytes, too few for a header.")
        #expect(
            words(file("{}", length: .max)) == start
                + "its header claims 18446744073709551615 bytes, and only 2 are left.")
        #expect(words(file("{")) == start + "its header is not JSON.")
        #expect(words(file("[]")) == start + "its header is not what the format asks for.")
        #expect(words(file(#"{"x":{"dtype":"F32","shape":[1]}}"#)) == start + "its header's 'x' lacks 'data_offsets'.")
        #expect(
            words(file(#"{"x":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}"#, [0, 0, 0, 0])).hasPrefix(
                start + "its header's 'x.shape"))
        #expect(
            words(file(#"{"__metadata__":{"a":1}}"#)) == start
                + "its header's '__metadata__.a' is not what the format asks for.")
        #expect(words(file("{}", [0])) == start + "1 bytes after its last tensor.")
    }

    @Test(
        "whose tensor does not fit the file is refused, with the tensor's name",
        arguments: [
            ("I64", "[1]", "[0,8]", "has the format 'I64'; it must be one of F64, F32, F16, BF16"),
            ("F32", "[2]", "[0,12]", "lies at [0, 12], outside the file's 8 bytes of numbers"),
            ("F32", "[2]", "[4,0]", "lies at [4, 0], outside the file's 8 bytes of numbers"),
            ("F32", "[2]", "[-8,0]", "lies at [-8, 0], outside the file's 8 bytes of numbers"),
            ("F32", "[3]", "[0,8]", "of shape [3] and format F32 has 8 bytes"),
            ("F32", "[-2,-1]", "[0,8]", "of shape [-2, -1] and format F32 has 8 bytes"),
            (
                "F32", "[4611686018427387904,4611686018427387904]", "[0,8]",
                "of shape [4611686018427387904, 4611686018427387904] and format F32 has 8 bytes"
            ),
            ("F32", "[1]", "[4,8]", "begins at byte 4, not at 0"),
        ])
    func wrongTensors(_ format: String, _ shape: String, _ place: String, _ reason: String) {
        let header = #"{"x":{"dtype":"\#(format)","shape":\#(shape),"data_offsets":\#(place)}}"#
        #expect(
            words(file(header, [UInt8](repeating: 0, count: 8)))
                == "a.safetensors: not a whole safetensors file: tensor 'x' \(reason).")
    }

    @Test("cut off or changed anywhere never traps")
    func damaged() {
        let header = #"{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"__metadata__":{"a":"b"}}"#
        let whole = file(header, [UInt8](repeating: 1, count: 8))
        for length in 0..<whole.count { #expect(words(whole.prefix(length)) != "read") }
        for place in 0..<whole.count {
            for bit in [UInt8(1), 16, 128] {
                var changed = whole
                changed[place] ^= bit
                _ = words(changed)
            }
        }
    }

    @Test("that is not there, or lacks what is asked for, says so")
    func missing() throws {
        #expect {
            try SafetensorsFile(path: "/nowhere/a.safetensors")
        } throws: { error in
            "\(error)".hasPrefix("/nowhere/a.safetensors: cannot be read: ")
        }
        let empty = try SafetensorsFile(file("{}"), path: "a.safetensors")
        let buffer = FloatBuffer(count: 1)
        #expect {
            try empty.read("x", shape: [1], into: buffer.elements)
        } throws: { error in
            "\(error)" == "a.safetensors: there is no tensor 'x'."
        }
    }

    @Test("that cannot be written says where and why, and leaves nothing")
    func unwritable() {
        let writer = SafetensorsWriter()
        #expect {
            try writer.write(to: "/nowhere/a.safetensors")
        } throws: { error in
            "\(error)" == "/nowhere/a.safetensors: cannot be written: No such file or directory."
        }
    }
}
