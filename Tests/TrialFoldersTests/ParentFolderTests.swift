import Testing

@testable import TrialFolders

@Suite struct ParentFolderTests {
    @Test(
        "the folder of a path, however short",
        arguments: [
            ("s", ""), ("", ""), ("results", ""), ("a/b", "a"), ("a//b/", "a"), ("/a", "/"), ("/", "/"), ("./s", "."),
            ("/a/b/c.sqlite", "/a/b"),
        ])
    func parent(_ path: String, _ parent: String) {
        #expect(parentFolder(of: path) == parent)
    }

    @Test("a sweep's folder lies beside a store whose name has one letter")
    func shortStore() {
        #expect(SweepFolder(sweep: "digits", besideStore: "s").path == "digits")
    }
}
