/// How to get the winner again: a sweep file that trains it, and the commands.
public struct Reproduction: Hashable, Sendable {
    /// The text of a sweep file that trains the winner.
    public let sweepFile: String
    /// Under which name to save it.
    public let fileName: String
    /// The option with which commands find the sweep's store, in a shell's words; nil where they find it without.
    public let storeOption: String?
    /// The command that prints that file; nil where there is none.
    public let command: String?
    /// The command that prints a file which trains the winner with seeds that had no part in choosing it; nil where
    /// there is none.
    public let confirmation: String?
    /// The name of that file.
    public let confirmationName: String
    /// With which the winner was trained.
    public let seeds: [Int]

    public init(
        sweepFile: String, fileName: String, storeOption: String? = nil, command: String?, confirmation: String?,
        confirmationName: String, seeds: [Int]
    ) {
        self.sweepFile = sweepFile
        self.fileName = fileName
        self.storeOption = storeOption
        self.command = command
        self.confirmation = confirmation
        self.confirmationName = confirmationName
        self.seeds = seeds
    }

    /// The command that runs a file.
    func run(_ file: String) -> String { "sweep run \(file)" + (storeOption.map { " \($0)" } ?? "") }
}
