import Foundation
import Settings
import Testing

@Suite struct SettingValueTests {
    @Test("a whole number is one value however it is written")
    func wholeNumbers() {
        #expect(SettingValue.number(1.0) == .int(1))
        #expect(SettingValue.number(1e300) == .double(1e300))
    }

    @Test("literals say what a sweep file says")
    func literals() {
        let value: SettingValue = [
            "name": "sgd", "momentum": 0.9, "nesterov": true, "betas": [1.0, 2, []], "none": [:],
        ]
        #expect(
            value
                == .mapping([
                    "name": .string("sgd"), "momentum": .double(0.9), "nesterov": .bool(true),
                    "betas": .list([.int(1), .int(2), .list([])]), "none": .mapping([:]),
                ]))
    }

    @Test("canonical JSON reads back to the same value")
    func readsBack() throws {
        let value = SettingValue.mapping([
            "text": .string("a \"quote\", a \\ and a\nline \u{1}"), "list": .list([.null, .bool(true), .int(-3)]),
            "tiny": .double(1e-300), "third": .double(1.0 / 3),
        ])
        let read = try JSONDecoder().decode(SettingValue.self, from: Data(value.canonicalJSON.utf8))
        #expect(read == value)
    }
}

@Suite struct NearestNameTests {
    @Test("the nearest name is found by edits, swaps and beginnings, and nothing far is offered")
    func nearest() {
        let names = ["batch_size", "hidden", "optimizer", "weight_decay", "decay"]
        #expect(NearestName.of("batchsize", among: names) == "batch_size")
        #expect(NearestName.of("hiden", among: names) == "hidden")
        #expect(NearestName.of("dceay", among: names) == "decay")
        #expect(NearestName.of("opt", among: names) == "optimizer")
        #expect(NearestName.of("zzz", among: names) == nil)
    }
}

@Suite struct SettingReaderTests {
    private enum Colour: String, CaseIterable { case red, green }

    @Test("what is written is read, and what is not has its default")
    func reads() throws {
        var reader = SettingReader([
            "a": .number(0.5), "b": .int(3), "c": .bool(true), "d": .list([.int(1), .number(0.5)]),
        ])
        #expect(try reader.number("a", default: 9, .fraction) == 0.5)
        #expect(try reader.wholeNumber("b", default: 9, atLeast: 1) == 3)
        #expect(try reader.bool("c", default: false))
        #expect(try reader.numbers("d") == [1, 0.5])
        #expect(try reader.number("e", default: 9) == 9)
        #expect(try reader.choice("f", default: Colour.green) == .green)
        try reader.finish()
    }

    @Test(
        "each mistake is named with its path, its value and the rule",
        arguments: [
            ("momentum", SettingValue.number(1.2), "'optimizer.momentum' is 1.2; it must be in 0..<1."),
            (
                "weight", .number(1e39),
                "'optimizer.weight' is 1e+39; float32 must hold it: its magnitude must be 0 or in 1.2e-38...3.4e38."
            ),
            ("momentum", .string("high"), "'optimizer.momentum' is 'high'; it must be in 0..<1."),
            ("epochs", .number(2.5), "'optimizer.epochs' is 2.5; it must be a whole number of at least 1."),
            ("nesterov", .string("on"), "'optimizer.nesterov' is 'on'; it must be true or false."),
            ("colour", .string("gren"), "'optimizer.colour' is 'gren'; no such choice; did you mean 'green'?"),
            ("betas", .list([.int(0), .int(2)]), "'optimizer.betas[1]' is 2; it must be in 0..<1."),
            ("momentun", .int(0), "'optimizer.momentun': no such setting; did you mean 'momentum'?"),
        ])
    func mistakes(name: String, value: SettingValue, message: String) throws {
        let error = try #require(throws: SettingError.self) {
            var reader = SettingReader([name: value], path: "optimizer")
            _ = try reader.number("momentum", .fraction)
            _ = try reader.wholeNumber("epochs", atLeast: 1)
            _ = try reader.bool("nesterov", default: false)
            _ = try reader.choice("colour", default: Colour.red)
            _ = try reader.numbers("betas", .fraction)
            _ = try reader.number("weight", .positive)
            try reader.finish()
        }
        #expect(error.description == message)
    }
}
