import Training

/// Why no times can be told.
enum BenchmarkError: Error, CustomStringConvertible {
    case endedEarly(_ name: String, TrainingOutcome)
    case unknownCase(_ text: String)
    case silentPeer(_ python: String)
    case unreadableAnswer(_ answer: String)

    var description: String {
        switch self {
        case .endedEarly(let name, let outcome): "\(name): the training ended early: \(outcome)"
        case .unknownCase(let text):
            "--only: no case's name has '\(text)' in it; there are: "
                + BenchmarkCase.all.map { "'\($0.name)'" }.joined(separator: ", ")
        case .silentPeer(let python):
            "--python: '\(python)' ended without an answer; its own words are above, and it must be a Python with torch"
        case .unreadableAnswer(let answer): "the peer answered '\(answer)', which is no list of seconds"
        }
    }
}
