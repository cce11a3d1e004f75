import Settings
import Testing

@Suite("Settings from JSON")
struct SettingValueReadingJSONTests {
    @Test("what was written is read back")
    func roundTrip() throws {
        let value = SettingValue.mapping([
            "a": .bool(true), "b": .null, "c": .list([.int(64), .double(0.1), .list([])]), "": .mapping([:]),
            "d": .string("\"\\\n🙂\u{1}/é"), "e": .double(-1e-300), "f": .int(.min), "g": .string("1"),
            "h": .bool(false),
        ])
        #expect(try SettingValue(json: value.canonicalJSON) == value)
    }

    @Test("spaces, escapes and every way of writing numbers are read")
    func variants() throws {
        let text = #" { "a" : [ 1.0 , -0.5E+1 , 1e3, 0, -0 ] ,"b":"\u00e9\ud83d\ude42\/\b\f","b":"last"} "#
        let value = try SettingValue(json: text)
        #expect(
            value == .mapping(["a": .list([.int(1), .int(-5), .int(1000), .int(0), .int(0)]), "b": .string("last")]))
        #expect(try SettingValue(json: #""\u00e9\ud83d\ude42""#) == .string("é🙂"))
    }

    @Test(
        "what is not JSON is refused with its place",
        arguments: [
            ("", "not JSON at byte 0: a value is missing"), ("{\"a\" 1}", "not JSON at byte 5: ':' is missing"),
            ("[1 2]", "not JSON at byte 3: ',' is missing"), ("[1,]", "not JSON at byte 3: a value is missing"),
            ("{a: 1}", "not JSON at byte 1: a name is missing"), ("\"a", "not JSON at byte 2: a text without end"),
            ("1 2", "not JSON at byte 2: there is more after the value"),
            ("01", "not JSON at byte 0: '01' is no number"),
            ("1.", "not JSON at byte 0: '1.' is no number"), ("-", "not JSON at byte 0: '-' is no number"),
            ("1e999", "not JSON at byte 0: '1e999' is no number"), ("tru", "not JSON at byte 0: a value is missing"),
            ("\"\\x\"", "not JSON at byte 3: an unknown escape"),
            ("\"\\ud83d\"", "not JSON at byte 7: half a surrogate pair"),
            ("\"\\u12\"", "not JSON at byte 3: a text without end"),
            ("\"\n\"", "not JSON at byte 1: a control character in a text"),
        ])
    func refused(text: String, message: String) {
        let error = #expect(throws: JSONTextError.self) { try SettingValue(json: text) }
        #expect(error?.description == message)
    }

    @Test("nesting without end is an error, not a crash")
    func deep() {
        let text = String(repeating: "[", count: 100_000)
        let error = #expect(throws: JSONTextError.self) { try SettingValue(json: text) }
        #expect(error?.description == "not JSON at byte 200: it is nested too deep")
    }
}
