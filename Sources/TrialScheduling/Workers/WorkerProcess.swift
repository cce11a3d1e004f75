import Foundation

/// A process with a pipe to its standard input and one from its standard output, both of which never block.
///
/// It leads a process group of its own. Its descriptors are closed by `finish`, which must come last.
struct WorkerProcess {
    let process: Int32
    /// Whether it was ended by force from here.
    private(set) var wasKilled = false
    /// Its standard input; nil once closed.
    private(set) var input: Int32?
    /// Its standard output; nil at its end.
    private(set) var output: Int32?
    private var unwritten: [UInt8] = []
    private var isClosing = false
    private var unread: [UInt8] = []

    /// Bytes that a line may have.
    private static let longestLine = 1 << 17
    /// Descriptors that are left for files of the scheduler's: journals, the store.
    private static let reservedDescriptors: UInt64 = 32

    /// Starts it; `variables` are set besides those of this process.
    init(executable: String, arguments: [String], variables: [String: String]) throws(StartError) {
        guard let orders = PipeEnds() else { throw .refused(errno) }
        guard let notices = PipeEnds() else {
            let code = errno
            for end in [orders.reading, orders.writing] { close(end) }
            throw .refused(code)
        }
        defer {
            close(orders.reading)
            close(notices.writing)
        }
        do throws(StartError) {
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            guard UInt64(max(orders.writing, notices.writing)) + Self.reservedDescriptors < limit.rlim_cur else {
                throw StartError.descriptors(limit: UInt64(limit.rlim_cur))
            }
            process = try Self.spawn(
                executable, arguments, variables: variables, input: orders.reading, output: notices.writing)
        } catch {
            close(orders.writing)
            close(notices.reading)
            throw error
        }
        PipeEnds.neverBlock(orders.writing, notices.reading)
        (input, output) = (orders.writing, notices.reading)
    }

    private static func spawn(
        _ executable: String, _ arguments: [String], variables: [String: String], input: Int32, output: Int32
    ) throws(StartError) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }.map { "\($0)=\($1)" }
        let words = ([executable] + arguments).map { strdup($0) } + [nil]
        let settings = environment.map { strdup($0) } + [nil]
        defer { for text in words + settings { free(text) } }
        var process: Int32 = 0
        let code = posix_spawn(&process, executable, &actions, &attributes, words, settings)
        guard code == 0 else { throw StartError.refused(code) }
        return process
    }

    /// Whether something waits to be written.
    var hasUnwritten: Bool { !unwritten.isEmpty }

    mutating func write(_ text: String) {
        unwritten += Array(text.utf8)
        flush()
    }

    /// Closes its standard input after what was written.
    mutating func closeInput() {
        isClosing = true
        flush()
    }

    /// Writes as much as it takes now. One that no longer reads is about to be seen as gone.
    mutating func flush() {
        guard let input else { return }
        while !unwritten.isEmpty {
            let count = unwritten.withUnsafeBytes { Foundation.write(input, $0.baseAddress, $0.count) }
            if count > 0 {
                unwritten.removeFirst(count)
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                unwritten = []
            }
        }
        if isClosing {
            close(input)
            self.input = nil
        }
    }

    /// The whole lines that it has written since the last time; nil if one is too long to be a line.
    mutating func readLines() -> [String]? {
        guard let output else { return [] }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        reading: while unread.count <= 1 << 20 {
            let count = read(output, &buffer, buffer.count)
            switch count {
            case 1...: unread += buffer[..<count]
            case 0:
                close(output)
                self.output = nil
                break reading
            default:
                if errno == EINTR { continue }
                break reading
            }
        }
        var lines = unread.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let rest = Array(lines.popLast() ?? [])
        if rest.count > Self.longestLine { return nil }
        unread = rest
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Pushes it and all that it started to leave.
    mutating func end(by force: WorkerForce) {
        if force == .kill { wasKilled = true }
        kill(-process, force == .kill ? SIGKILL : SIGTERM)
        wake()
    }

    /// Ends it and all that it started, if it does not do so by itself: it has nothing to say any more.
    func endSilent() { kill(-process, SIGKILL) }

    /// Lets it go on if somebody has stopped it, since what is wanted of it cannot wait.
    func wake() { kill(-process, SIGCONT) }

    /// Whether it has ended, and waits to be noticed.
    var hasEnded: Bool {
        var info = siginfo_t()
        return waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo == SIGCHLD
    }

    /// Takes its end, after `hasEnded`, and that of all that it started.
    mutating func finish() -> ProcessEnd {
        // As long as its number is not taken back, the group cannot be another one.
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        for descriptor in [input, output].compactMap(\.self) { close(descriptor) }
        (input, output) = (nil, nil)
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .signaled(signal)
    }
}

extension WorkerProcess {
    /// Why there is no process.
    enum StartError: Error, CustomStringConvertible {
        /// So few files may be open at once.
        case descriptors(limit: UInt64)
        case refused(Int32)

        var description: String {
            switch self {
            case .descriptors(let limit):
                return "no more than \(limit) files may be open at once ('ulimit -n')"
            case .refused(let code):
                let limit =
                    switch code {
                    case EAGAIN: "; 'ulimit -u' or the control group's 'pids.max' may be too low"
                    case ENOMEM: "; 'ulimit -v' or the memory may be too small"
                    case EMFILE: "; 'ulimit -n' is too low"
                    default: ""
                    }
                return "the system refuses the process (\(String(cString: strerror(code))))" + limit
            }
        }
    }
}

/// How a process ended.
enum ProcessEnd: Hashable, CustomStringConvertible {
    case exited(Int32)
    case signaled(Int32)

    /// As messages say it: `worker killed by signal 9 (Killed)`.
    var description: String {
        switch self {
        case .exited(let code): "worker exited with code \(code)"
        case .signaled(let signal): "worker killed by signal \(signal) (\(String(cString: strsignal(signal))))"
        }
    }
}
