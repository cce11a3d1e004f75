import Randomness
import Settings
import Testing

@testable import Datasets

struct CSVFuzzTests {
    private static let good = "a,\"b \"\"q\"\"\",c,y\r\n1,red,-2.5e3,0\r\n2,\"blue\r\ngreen\",+.5,1\r\n3,red,7.,0\r\n"

    /// A table, or an error that says something; anything else would end the test run.
    private static func read(_ bytes: [UInt8]) {
        do {
            let table = try table(bytes)
            #expect(table.cells.count == table.count * table.columns.count)
            let isFinite = table.cells.values.allSatisfy(\.isFinite)
            #expect(isFinite)
        } catch let error as DataError {
            #expect(!error.rule.isEmpty)
        } catch {
            #expect(error is SettingError)
        }
    }

    @Test func `every truncation is a table or an error`() {
        let bytes = Array(Self.good.utf8)
        for count in bytes.indices { Self.read(Array(bytes[..<count])) }
    }

    @Test func `changed bytes give a table or an error`() {
        let good = Array(Self.good.utf8)
        let telling = Array("\",\r\n0e-.+ \u{FEFF}".utf8) + [0, 0xFF]
        var random = RandomStream(seed: 1, .data)
        for _ in 0..<3_000 {
            var bytes = good
            for _ in 0...random.below(4) {
                let place = Int(random.below(UInt64(bytes.count)))
                switch random.below(3) {
                case 0: bytes[place] = UInt8(random.below(256))
                case 1: bytes.insert(telling[Int(random.below(UInt64(telling.count)))], at: place)
                default: bytes.remove(at: place)
                }
            }
            Self.read(bytes)
        }
    }

    @Test func `random bytes give a table or an error`() {
        let alphabet = Array("ab1.,\"\r\n e-".utf8)
        var random = RandomStream(seed: 2, .data)
        for _ in 0..<3_000 {
            Self.read((0..<random.below(60)).map { _ in alphabet[Int(random.below(UInt64(alphabet.count)))] })
        }
    }
}
