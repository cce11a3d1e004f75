import Foundation
import Sweeps
import TrialScheduling

/// Sees a program to its end: takes in what it prints, asks it to end when that is wanted, and ends it by force if it
/// does not.
struct ProgramWatch: ~Copyable {
    private var process: ProgramProcess
    private let grace: Double
    private let stopSignal: StopSignal
    private let stopRequested: () -> Bool
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var nextLook = ContinuousClock.now
    /// When it is ended by force, once it was asked to end.
    private var endsBy: ContinuousClock.Instant?
    /// Once the program has ended, the bytes that may still be read; what it has left running may print without end.
    private var rest: Int?
    /// The most that it and all that it started had in memory, as far as was seen, in bytes.
    private var seenMemory = 0
    private let ownMemory = ProcessMemory.resident(of: getpid()) ?? 0

    /// How often is looked for what happens beside the program's output.
    private static let lookInterval = Duration.milliseconds(100)

    init(
        _ process: consuming ProgramProcess, grace: Double, stopSignal: StopSignal, stopRequested: @escaping () -> Bool
    ) {
        self.process = process
        self.grace = grace
        self.stopSignal = stopSignal
        self.stopRequested = stopRequested
    }

    /// What the program has printed next; nil once it has ended and all of it is read.
    ///
    /// - Parameter look: done a few times a second while the program runs.
    mutating func next(look: () throws -> Void) rethrows -> ArraySlice<UInt8>? {
        while true {
            if ContinuousClock.now >= nextLook {
                nextLook = .now + Self.lookInterval
                seenMemory = max(seenMemory, process.memory() ?? 0)
                askToEnd()
                try look()
            }
            // Asked first: what it printed before its end is then read.
            if rest == nil, process.hasEnded { rest = process.endGroup() }
            if rest ?? 1 > 0, let bytes = process.read(into: &buffer) {
                rest = rest.map { $0 - bytes.count }
                return bytes
            }
            if rest != nil { return nil }
            process.wait(milliseconds: 100)
        }
    }

    private mutating func askToEnd() {
        if let endsBy {
            if .now > endsBy { process.signal(SIGKILL) }
        } else if rest == nil, stopRequested() {
            process.signal(stopSignal.number)
            endsBy = .now + .seconds(grace)
        }
    }

    /// Whether the program was asked to end.
    var hasAsked: Bool { endsBy != nil }

    /// Ends what the program has left running, and tells how it ended itself and what memory it took.
    consuming func end() -> (end: ProgramEnd, peakMemory: Int) {
        let (seenMemory, ownMemory) = (seenMemory, ownMemory)
        let (end, peak) = process.end()
        // The kernel counts this process's memory too, from which the program was started.
        return (end, peak > ownMemory || seenMemory == 0 ? max(peak, seenMemory) : seenMemory)
    }
}

extension StopSignal {
    /// As the system numbers it.
    var number: Int32 {
        switch self {
        case .terminate: SIGTERM
        case .interrupt: SIGINT
        case .hangUp: SIGHUP
        case .quit: SIGQUIT
        case .user1: SIGUSR1
        case .user2: SIGUSR2
        }
    }
}
