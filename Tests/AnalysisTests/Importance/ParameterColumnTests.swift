import Analysis
import Settings
import Testing

@Suite("Levels of parameters")
struct ParameterColumnTests {
    @Test("few numbers are levels of their own, in order")
    func numbers() {
        let column = ParameterColumn(name: "lr", values: [.double(0.1), .int(1), nil, .double(0.1), .double(0.001)])
        #expect(column.levels == [.setting(.double(0.001)), .setting(.double(0.1)), .setting(.int(1))])
        #expect(column.codes == [1, 2, nil, 1, 0])
        #expect(column.isOrdered)
        #expect(column.scale == .logarithmic)
    }

    @Test("many numbers are cut into ranges, by their logarithms where these are even")
    func ranges() throws {
        let values = (0...64).map { SettingValue.number(2.0 * Double($0)) }
        let linear = ParameterColumn(name: "p", values: values)
        #expect(linear.levels.count == ParameterColumn.rangeCount)
        #expect(linear.scale == .linear)
        #expect(linear.levels[0].number == 2)
        #expect(linear.codes[0] == 0)
        #expect(linear.codes[64] == ParameterColumn.rangeCount - 1)
        let powers = ParameterColumn(
            name: "p", values: (0...64).map { .number(Double(UInt64(1) << UInt64($0 / 2)) / 3) })
        #expect(powers.scale == .logarithmic)
        let even = (1...1000).map { SettingValue.number(Double($0)) }
        #expect(ParameterColumn(name: "p", values: even).scale == .linear)
        #expect(ParameterColumn(name: "p", values: even, scale: .logarithmic).scale == .logarithmic)
        #expect(ParameterColumn(name: "p", values: even + [.int(0)], scale: .logarithmic).scale == .linear)
    }

    @Test("numbers among words, and infinite ones, have no order")
    func mixed() {
        let column = ParameterColumn(name: "batch_size", values: [.int(16), .string("full"), .int(64)])
        #expect(!column.isOrdered)
        #expect(column.levels.count == 3)
        #expect(!ParameterColumn(name: "p", values: [.int(1), .double(.infinity)]).isOrdered)
    }

    @Test("of more than 64 words the rarest share a level")
    func others() {
        let values = (0..<100).map { SettingValue.string("w\($0)") } + [.string("w99"), .string("w98")]
        let column = ParameterColumn(name: "p", values: values)
        #expect(column.levels.count == ParameterColumn.mostLevels)
        #expect(column.levels.last == .others)
        #expect(column.codes[99] != ParameterColumn.mostLevels - 1)
        #expect(column.codes[97] == ParameterColumn.mostLevels - 1)
    }

    @Test("the whole range of numbers is cut without overflow")
    func extremes() {
        let values = (0..<40).map { SettingValue.double((Double($0) / 39 * 2 - 1) * Double.greatestFiniteMagnitude) }
        let column = ParameterColumn(name: "p", values: values)
        #expect(column.levels.count == ParameterColumn.rangeCount)
        #expect(column.codes.compactMap { $0 }.max() == ParameterColumn.rangeCount - 1)
    }
}
