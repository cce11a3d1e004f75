import Expressions
import Testing

@Suite struct ExpressionErrorTests {
    @Test(
        "an expression that cannot be read says where and why",
        arguments: [
            ("", "column 1 of '': the expression is empty."),
            ("lr <", "column 5 of 'lr <': a value is missing after '<'."),
            ("lr = 1", "column 4 of 'lr = 1': '=' is not known; write '==' to compare."),
            ("a && b", "column 3 of 'a && b': '&' is not known; write 'and'."),
            ("a || b", "column 3 of 'a || b': '|' is not known; write 'or'."),
            ("!a", "column 1 of '!a': '!' is not known; write 'not'."),
            ("a ? b", "column 3 of 'a ? b': '?' is not known; write 'if(condition, a, b)'."),
            ("a # b", "column 3 of 'a # b': '#' is not known in an expression."),
            ("lr ** 2", "column 4 of 'lr ** 2': '**' is not known; write '^'."),
            ("epoch // 10", "column 7 of 'epoch // 10': '//' is not known; write 'floor(a / b)'."),
            ("1 if a else 2", "column 3 of '1 if a else 2': 'a if b else c' is not known; write 'if(b, a, c)'."),
            ("(1 if a else 2)", "column 4 of '(1 if a else 2)': 'a if b else c' is not known; write 'if(b, a, c)'."),
            ("if a", "column 1 of 'if a': 'if' is a function; write 'if(b, a, c)'."),
            (
                "if(a, 1)",
                "column 1 of 'if(a, 1)': 'if' has 2 arguments; it takes three: a condition, the value where it holds, "
                    + "and the other."
            ),
            ("pow(2, 3)", "column 1 of 'pow(2, 3)': there is no function 'pow'; write 'a ^ b'."),
            ("(lr < 1", "column 1 of '(lr < 1': this '(' is never closed."),
            ("[1, 2", "column 1 of '[1, 2': this '[' is never closed."),
            ("(1 2)", "column 4 of '(1 2)': 2 cannot follow here; ')' is missing before it."),
            ("lr < 1)", "column 7 of 'lr < 1)': this ')' was never opened."),
            ("lr 1", "column 4 of 'lr 1': 1 cannot follow here; an operator is missing before it."),
            ("'adam", "column 1 of ''adam': the text that begins here has no closing '."),
            ("1 < lr < 2", "column 8 of '1 < lr < 2': comparisons cannot be chained; write 'a < b and b < c'."),
            ("lr not 3", "column 4 of 'lr not 3': 'not' cannot follow a value; did you mean 'not in'?"),
            ("1 + not a", "column 5 of '1 + not a': 'not' binds loosely here; write '(not …)'."),
            ("+1", "column 1 of '+1': '+' needs a value before it."),
            ("* 2", "column 1 of '* 2': a value is missing before '*'."),
            ("1e-3x", "column 1 of '1e-3x': '1e-3x' is neither a number nor a name."),
            ("1.2.3", "column 1 of '1.2.3': '1.2.3' is neither a number nor a name."),
            ("1e999", "column 1 of '1e999': '1e999' is too large for a number."),
            (
                "tan(1)",
                "column 1 of 'tan(1)': there is no function 'tan'; there are: min, max, exp, log, sqrt, cos, sin, abs, floor, if."
            ),
            ("exp(1, 2)", "column 1 of 'exp(1, 2)': 'exp' has 2 arguments; it takes one argument."),
            ("min()", "column 1 of 'min()': 'min' has 0 arguments; it takes at least one argument."),
        ])
    func unreadable(text: String, message: String) throws {
        let error = try #require(throws: ExpressionError.self) { try Expression(parsing: text) }
        #expect(error.description == message)
    }

    @Test(
        "a value that has no meaning is shown with what to write",
        arguments: [
            (
                "lr < 'high'",
                "column 4 of 'lr < 'high'': 0.1 < 'high' compares a number with text; write numbers on both sides, or test "
                    + "with '==' or '!='."
            ),
            (
                "true < false",
                "column 6 of 'true < false': true < false has no meaning; only numbers and text have an order, so write "
                    + "'==' or '!='."
            ),
            ("lr + 'a'", "column 4 of 'lr + 'a'': 0.1 + 'a' has no meaning; '+' needs numbers on both sides."),
            (
                "if(lr, 1, 2)",
                "column 1 of 'if(lr, 1, 2)': 'if' needs a condition, not 0.1; write a comparison, such as 'lr < 0.1'."
            ),
            ("-'a'", "column 1 of '-'a'': -'a' has no meaning; '-' needs a number."),
            ("exp('a')", "column 1 of 'exp('a')': 'exp' needs numbers, not 'a'."),
            (
                "'a' in 'abc'",
                "column 5 of ''a' in 'abc'': 'in' needs a list on its right, not 'abc'; write ['abc'] or '=='."
            ),
            (
                "lr and true",
                "column 4 of 'lr and true': 'and' joins conditions, not 0.1; write a comparison, such as 'lr < 0.1'."
            ),
            (
                "lr + 1",
                "column 1 of 'lr + 1': it gives 1.1; a condition gives true or false, so write a comparison such as "
                    + "'lr < 0.1'."
            ),
        ])
    func meaningless(text: String, message: String) throws {
        let expression = try Expression(parsing: text)
        let error = try #require(throws: ExpressionError.self) { try expression.holds { _ in .number(0.1) } }
        #expect(error.description == message)
    }

    @Test("a formula gives a number")
    func noNumber() throws {
        let expression = try Expression(parsing: "lr < 1")
        let error = try #require(throws: ExpressionError.self) { try expression.number { _ in .number(0.1) } }
        #expect(error.description == "column 1 of 'lr < 1': it gives true; a formula gives a number.")
    }

    @Test("a long expression is quoted around the place of the error")
    func excerpt() throws {
        let text = String(repeating: "lr + ", count: 100) + "= 1" + String(repeating: " + lr", count: 100)
        let error = try #require(throws: ExpressionError.self) { try Expression(parsing: text) }
        #expect(error.description.hasPrefix("column 501 of '…lr + "))
        #expect(error.description.count < 130)
    }
}

@Suite struct ExpressionLimitTests {
    private static let length = 20_000

    @Test(
        "what is nested too deep is an error, not a crash",
        arguments: [
            ("(", 100_000), ("[", 20_000), ("not ", 20_000), ("-", 20_000), ("2^", 20_000), ("abs(", 20_000),
            ("a == (", 20_000),
        ])
    func deep(level: String, count: Int) throws {
        let text = String(repeating: level, count: count) + "1"
        let error = try #require(throws: ExpressionError.self) { try Expression(parsing: text) }
        #expect(error.message == "the expression is nested more than 100 deep; write it with fewer parentheses")
    }

    @Test("fifty levels of parentheses are fine")
    func nested() throws {
        let text = String(repeating: "(", count: 50) + "1" + String(repeating: ")", count: 50)
        #expect(try Expression(parsing: text).value { _ in .null } == .number(1))
    }

    @Test("a long chain is not deep")
    func long() throws {
        let sum = String(repeating: "1 + ", count: Self.length) + "1"
        #expect(try Expression(parsing: sum).number { _ in .null } == Double(Self.length + 1))
        let any = String(repeating: "a == 1 or ", count: Self.length) + "true"
        #expect(try Expression(parsing: any).holds { _ in .null })
        let list = "20000 in [" + (1...Self.length).map(String.init).joined(separator: ", ") + "]"
        #expect(try Expression(parsing: list).holds { _ in .null })
    }

    @Test("no text crashes: it is read or refused, and evaluates or is refused, at a column of the text")
    func fuzz() {
        let pieces = [
            "lr", "epoch", "a.b", "'x'", "\"y\"", "1", "1e-3", ".5", "(", ")", "[", "]", ",", "+", "-", "*", "/", "%",
            "^", "==",
            "!=", "<", "<=", ">", ">=", "in", "not", "and", "or", "true", "null", "min(", "exp(", "pi", " ", "'", "\\",
            "é", "=",
            "1e999", "0", "\u{0}", "🙂",
        ]
        var generator = FixedGenerator()
        for _ in 0..<5_000 {
            let length = Int.random(in: 0...12, using: &generator)
            let text = (0..<length).map { _ in pieces[Int.random(in: pieces.indices, using: &generator)] }
                .joined(separator: Bool.random(using: &generator) ? " " : "")
            do {
                let values: [ExpressionValue] = [.null, .number(2), .text("x"), .bool(true), .list([])]
                _ = try Expression(parsing: text).value { values[$0.utf8.count % values.count] }
            } catch {
                #expect((1...text.count + 1).contains(error.column), "\(error)")
                #expect(!error.message.isEmpty)
            }
        }
    }
}

/// The same numbers in every run.
private struct FixedGenerator: RandomNumberGenerator {
    private var state: UInt64 = 1

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}
