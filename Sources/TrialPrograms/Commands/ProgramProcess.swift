import CProcesses
import Foundation
import Settings
import TrialScheduling

/// A program that runs for a trial, as the leader of a process group of its own; what it prints, standard error too,
/// comes by one pipe.
///
/// It and its group have ended when `end` returns.
struct ProgramProcess: ~Copyable {
    private let process: Int32
    private let output: Int32
    /// Becomes readable at the program's end; -1 where the kernel has none.
    private let endDescriptor: Int32
    /// Whether nobody has its output open any more.
    private var isSilent = false
    private let adoptsOrphans: Bool
    private var isTaken = false

    /// - Parameters:
    ///   - arguments: not empty; the first is how the program is called.
    ///   - executable: its file.
    ///   - folder: where it works.
    ///   - adoptsOrphans: whether what it started and left behind, wherever that went, is ended with it; only where this
    ///     process starts nothing else meanwhile, since such processes cannot be told from others.
    init(
        executable: String, arguments: [String], environment: [String: String], folder: String, adoptsOrphans: Bool
    ) throws(StartError) {
        if adoptsOrphans { _ = process_adopt_orphans() }
        self.adoptsOrphans = adoptsOrphans
        (process, output) = try Self.start(
            executable: executable, arguments: arguments, environment: environment, folder: folder)
        PipeEnds.neverBlock(output)
        endDescriptor = process_descriptor(process)
        if endDescriptor >= 0 { _ = fcntl(endDescriptor, F_SETFD, FD_CLOEXEC) }
    }

    private static func start(
        executable: String, arguments: [String], environment: [String: String], folder: String
    ) throws(StartError) -> (process: Int32, output: Int32) {
        guard let ends = PipeEnds() else { throw StartError(stage: process_refused, code: errno) }
        defer { close(ends.writing) }
        let words = arguments.map { strdup($0) } + [nil]
        let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var (stage, code) = (process_started, Int32(0))
        let process = process_start(executable, words, variables, folder, ends.writing, &stage, &code)
        if process > 0 { return (process, ends.reading) }
        close(ends.reading)
        throw StartError(stage: stage, code: code)
    }

    deinit {
        // Nobody waits for a program whose output cannot be kept.
        if !isTaken { _ = Self.take(process, adoptsOrphans: adoptsOrphans) }
        for descriptor in [output, endDescriptor] where descriptor >= 0 { close(descriptor) }
    }

    /// Sends a signal to the program and its group; one that is stopped goes on to receive it.
    func signal(_ number: Int32) {
        kill(-process, number)
        kill(-process, SIGCONT)
    }

    /// Waits until the program prints or ends, for so long at most.
    func wait(milliseconds: Int32) {
        // Descriptors below 0 are passed over.
        var watched = [isSilent ? -1 : output, endDescriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = poll(&watched, nfds_t(watched.count), endDescriptor < 0 ? min(5, milliseconds) : milliseconds)
    }

    /// Reads what it has printed, into `buffer`; nil where there is nothing for now or any more.
    mutating func read(into buffer: inout [UInt8]) -> ArraySlice<UInt8>? {
        while true {
            let count = Foundation.read(output, &buffer, buffer.count)
            if count > 0 { return buffer[..<count] }
            if count < 0, errno == EINTR { continue }
            if count == 0 { isSilent = true }
            return nil
        }
    }

    /// Ends what the program has left in its group, and tells how many bytes of what was printed before are still to be
    /// read; to be called once it has ended itself.
    func endGroup() -> Int {
        kill(-process, SIGKILL)
        var count: Int32 = 0
        return ioctl(output, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }

    /// What it and all that it started have in memory now, in bytes; nil once it has ended.
    func memory() -> Int? { ProcessMemory.resident(ofTree: process) }

    /// Whether the program itself has ended, and waits to be noticed.
    var hasEnded: Bool {
        var info = siginfo_t()
        return waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo == SIGCHLD
    }

    /// Ends all that the program started, waits for it, and tells how the program ended and what it cost.
    consuming func end() -> (end: ProgramEnd, peakMemory: Int) {
        isTaken = true
        return Self.take(process, adoptsOrphans: adoptsOrphans)
    }

    private static func take(_ process: Int32, adoptsOrphans: Bool) -> (end: ProgramEnd, peakMemory: Int) {
        // As long as its number is not taken back, the group cannot be another one.
        kill(-process, SIGKILL)
        var (status, usage) = (Int32(0), rusage())
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        if adoptsOrphans { OrphanedProcesses.end() }
        let signal = status & 0x7F
        return (
            signal == 0 ? .exited((status >> 8) & 0xFF) : .signaled(signal), usage.ru_maxrss * 1024
        )
    }
}

/// How a program ended.
enum ProgramEnd: Hashable {
    case exited(Int32)
    case signaled(Int32)

    /// A clause.
    var words: String {
        switch self {
        case .exited(let code): "the program ended with exit code \(code)"
        case .signaled(let signal): "the program was killed by signal \(signal) (\(String(cString: strsignal(signal))))"
        }
    }
}

/// What ended programs left running, wherever it went: this process is its parent then.
enum OrphanedProcesses {
    /// Ends them, and those that come to light as their parents end; it gives up on what cannot be ended.
    static func end() {
        for _ in 0..<1_000 {
            let children = children()
            if children.isEmpty { return }
            for child in children { kill(child, SIGKILL) }
            for child in children where waitpid(child, nil, WNOHANG) == 0 { usleep(500) }
            while waitpid(-1, nil, WNOHANG) > 0 {}
        }
    }

    private static func children() -> [Int32] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        return threads.flatMap { thread in
            (FileText.text(of: "/proc/self/task/\(thread)/children") ?? "").split(separator: " ").compactMap {
                Int32($0)
            }
        }
    }
}

extension ProgramProcess {
    /// Why there is no program.
    struct StartError: Error {
        fileprivate let stage: process_stage
        let code: Int32

        /// Whether the folder is to blame that the program was to work in.
        var isOfFolder: Bool { stage == process_folder }

        var reason: String { String(cString: strerror(code)) }
    }
}
