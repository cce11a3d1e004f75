import Expressions
import Testing

/// The values that the tests' expressions see.
private let values: [String: ExpressionValue] = [
    "lr": .number(0.1), "epoch": .number(3), "batch_size": .number(16), "optimizer": .text("adam"),
    "optimizer.beta": .number(0.9), "decay": .text("constant"), "batch_norm": .bool(true),
    "hidden": .list([.number(64), .number(32)]),
]

private func value(_ text: String) throws -> ExpressionValue {
    try Expression(parsing: text).value { values[$0] ?? .null }
}

@Suite struct ExpressionTests {
    @Test(
        "arithmetic follows its ranks and groups as in print",
        arguments: [
            ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4), ("2 ^ -1", 0.5), ("8 / 4 / 2", 1),
            ("10 - 4 - 3", 3), ("7 % 4", 3), ("-1 % 4", 3), ("2 * -3", -6), ("--2", 2), ("1e-3 * 1E3", 1),
            (".5 + 1.", 1.5),
            ("lr * 0.95 ^ epoch", 0.1 * 0.857375), ("min(3, 1, 2)", 1), ("max(epoch, 10)", 10), ("exp(0) + log(1)", 1),
            ("if(epoch < 5, 2, 1 + 'a')", 2), ("if(nothing < 5, 2, lr)", 0.1),
            ("1 + if(epoch < 5, if(lr > 1, 1, 7), 3)", 8),
            ("sqrt(16) + abs(-2) + floor(-1.5)", 4), ("cos(pi) + sin(0)", -1), ("2 * (epoch < 5) - (epoch > 5)", 2),
            ("lr * (1 + cos(pi * epoch / 6)) / 2", 0.05),
        ] as [(String, Double)])
    func arithmetic(text: String, expected: Double) throws {
        let number = try Expression(parsing: text).number { values[$0] ?? .null }
        // Functions and powers round in the last place.
        #expect(abs(number - expected) <= 1e-15 * max(1, abs(expected)))
    }

    @Test(
        "conditions hold or not",
        arguments: [
            ("not (batch_size == 'full' and lr < 1e-3)", true), ("optimizer.beta in [0.9, 0.99]", true),
            ("optimizer.beta not in [0.9, 0.99]", false), ("lr > 0.05 and optimizer != 'sgd'", true),
            ("lr == 1e-1 or lr == 1", true), ("batch_size >= 16", true), ("batch_size <= 15", false),
            ("batch_norm", true), ("not batch_norm", false), ("not not batch_norm", true),
            ("true or false and false", true), ("not false and false", false), ("not lr == 1", true),
            ("optimizer < \"sgd\"", true), ("hidden == [64, 32]", true), ("hidden == [64]", false),
            ("[lr, 1] == [0.1, 1]", true),
            ("'it\\'s' == \"it's\"", true),
        ] as [(String, Bool)])
    func conditions(text: String, expected: Bool) throws {
        #expect(try Expression(parsing: text).holds { values[$0] ?? .null } == expected)
    }

    @Test(
        "a name without a value is null, which equals null alone, is never ordered and stays null in arithmetic",
        arguments: [
            ("rate == null", .bool(true)), ("rate == None", .bool(true)), ("rate != none", .bool(false)),
            ("rate == 0", .bool(false)), ("rate < 1", .bool(false)), ("rate >= 'a'", .bool(false)),
            ("rate in [null]", .bool(true)), ("1 in rate", .bool(false)), ("1 not in rate", .bool(true)),
            ("rate + 1", .null), ("-rate", .null), ("min(1, rate)", .null), ("rate and true", .bool(false)),
            ("not rate", .bool(true)), ("rate * 2 > 1", .bool(false)),
        ] as [(String, ExpressionValue)])
    func nulls(text: String, expected: ExpressionValue) throws {
        #expect(try value(text) == expected)
    }

    @Test("values of different types are never equal", arguments: ["batch_size == 'full'", "1 == true", "'1' == 1"])
    func unequal(text: String) throws {
        #expect(try value(text) == .bool(false))
        #expect(try value("not (\(text))") == .bool(true))
    }

    @Test("what is decided is not evaluated further")
    func shortCut() throws {
        #expect(try value("optimizer == 'sgd' and optimizer > 3") == .bool(false))
        #expect(try value("lr == 0.1 or optimizer > 3") == .bool(true))
    }

    @Test("names are listed with their columns, in the order of the text")
    func names() throws {
        let expression = try Expression(parsing: "lr < 1 and optimizer.beta in [a, pi] or max(lr, 2) > 1")
        #expect(expression.names.map(\.name) == ["lr", "optimizer.beta", "a", "lr"])
        #expect(expression.names.map(\.column) == [1, 12, 31, 45])
    }

    @Test("ten thousand evaluations take no time to speak of")
    func speed() throws {
        let expression = try Expression(
            parsing: "not (batch_size == 'full' and lr < 1e-3) and optimizer.beta in [0.9, 0.99]")
        let clock = ContinuousClock()
        var holding = 0
        let time = try clock.measure {
            for index in 0..<10_000 {
                let size = ExpressionValue.number(Double(index))
                if try expression.holds({ $0 == "batch_size" ? size : values[$0] ?? .null }) { holding += 1 }
            }
        }
        #expect(holding == 10_000)
        // 3 ms in an optimized build; a debug build on a busy machine has to pass as well.
        #expect(time < .seconds(10))
    }
}
