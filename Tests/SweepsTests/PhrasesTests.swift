import Sweeps
import Testing

@Suite("Phrases")
struct PhrasesTests {
    @Test("durations have units", arguments: [(0.5, "0.50 s"), (59.7, "1 min 0 s"), (3725, "1 h 2 min"), (12, "12 s")])
    func durations(seconds: Double, words: String) {
        #expect(Phrases.duration(seconds) == words)
    }

    @Test("what is no duration is a dash", arguments: [-1, .nan, .infinity, 1e9])
    func noDuration(seconds: Double) {
        #expect(Phrases.duration(seconds) == "–")
    }

    @Test("the last of a list comes after 'and'")
    func lists() {
        #expect(Phrases.list([]).isEmpty)
        #expect(Phrases.list(["a"]) == "a")
        #expect(Phrases.list(["a", "b"]) == "a and b")
        #expect(Phrases.list(["a", "b", "c"]) == "a, b and c")
    }

    @Test("one is said in the singular, all else in the plural")
    func counts() {
        #expect(Phrases.count(1, "trial") == "1 trial")
        #expect(Phrases.count(0, "trial") == "0 trials")
        #expect(Phrases.count(2, "child", plural: "children") == "2 children")
    }
}
