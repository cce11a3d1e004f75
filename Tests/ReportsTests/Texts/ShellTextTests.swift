import Reports
import Testing

@Suite("Words for a shell")
struct ShellTextTests {
    @Test("are quoted where a shell would read something into them")
    func quoting() {
        #expect(ShellText.words(["sweep", "--size", "7.2x4.5", "über"]) == "sweep --size 7.2x4.5 über")
        #expect(ShellText.words(["", "a b", "it's", "a=$b", "x\ny"]) == #"'' 'a b' 'it'\''s' 'a=$b' "# + "'x\ny'")
    }
}
