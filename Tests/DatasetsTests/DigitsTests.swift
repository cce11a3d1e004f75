import Settings
import Testing

@testable import Datasets

struct DigitsTests {
    private static func shape(_ entries: [String: SettingValue]) throws -> [Int] {
        let setting = SettingValue.mapping(entries.merging(["source": "digits"]) { first, _ in first })
        return try DataCache().summary(of: DataSettings(setting, folder: ".")).shape
    }

    @Test func `the digits are pictures as long as no pixel is missing`() throws {
        #expect(try Self.shape([:]) == [8, 8])
        #expect(try Self.shape(["target": "digit"]) == [8, 8])
        #expect(try Self.shape(["ignore": ["pixel_0_0"]]) == [63])
        #expect(try Self.shape(["target": "pixel_3_3", "task": "regression"]) == [64])
        #expect(try Self.shape(["categories": ["pixel_3_3"]]).count == 1)
    }
}
