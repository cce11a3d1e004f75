/// What a sweep's trials ran in place of the training core.
public struct ProgramFacts: Hashable, Sendable {
    /// The command of one trial, as a shell takes it.
    public let command: String
    /// Where it worked.
    public let folder: String
    /// What each run of the sweep found, the first first, each a clause: interpreter, machine, commit.
    public let runs: [String]

    public init(command: String, folder: String, runs: [String]) {
        self.command = command
        self.folder = folder
        self.runs = runs
    }
}

extension SweepReport {
    /// The most runs that are told.
    private static let mostRuns = 5

    /// What was run, where the trials are another program's.
    var programBlocks: [ReportDocument.Block] {
        guard let program else { return [] }
        var blocks: [ReportDocument.Block] = [
            .heading("What was run"),
            .paragraph([.text("The command of one trial, in "), .code(program.folder), .text(":")]),
            .code(program.command, language: "sh"),
        ]
        let told = program.runs.suffix(Self.mostRuns)
        if !told.isEmpty {
            let omitted = program.runs.count - told.count
            let earlier = omitted > 0 ? "; \(omitted) earlier ones are not shown" : ""
            blocks.append(.paragraph([.text("Run " + told.joined(separator: "; then ") + earlier + ".")]))
        }
        return blocks
    }
}
