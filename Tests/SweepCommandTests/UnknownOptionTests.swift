import Testing

@testable import SweepCommand

@Suite struct UnknownOptionTests {
    @Test(
        "an unknown option is named, with the nearest there is",
        arguments: [
            (
                ["chart", "a", "b", "--frobnicate"],
                "Unknown option '--frobnicate'; 'sweep help chart' tells those there are."
            ),
            (["plan", "--stor", "x"], "Unknown option '--stor'; did you mean '--store'?"),
            (["chart", "a", "--colr=lr"], "Unknown option '--colr'; did you mean '--color'?"),
            (["--versio"], "Unknown option '--versio'; did you mean '--version'?"),
        ])
    func unknown(arguments: [String], message: String) {
        #expect(UnknownOption.message(in: arguments) == message)
    }

    @Test("options that are known, their values, and what follows '--' are none of it")
    func known() {
        #expect(UnknownOption.message(in: ["chart", "a", "--no-log-y", "--kind", "--odd", "--help"]) == nil)
        #expect(UnknownOption.message(in: ["rank", "--", "--odd"]) == nil)
        #expect(UnknownOption.message(in: ["--generate-completion-script", "bash"]) == nil)
    }
}
