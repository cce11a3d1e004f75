import Foundation

/// The three descriptors that every program expects to have.
public enum StandardDescriptors {
    /// Puts `/dev/null` where one of them is closed: the next file that is opened would take its place, and messages
    /// would be written into a journal. What is written to standard output is still an error.
    public static func open() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest number that is free is this one.
            _ = Foundation.open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Lets this process and its workers have as many files open as the system allows them. The usual limit is low for
    /// the sake of programs that cannot tell large numbers of descriptors.
    public static func raiseLimit() {
        var limit = rlimit()
        let number = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(number, &limit) == 0 else { return }
        // Some systems allow a milliard, which programs that close each of them would take minutes over.
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 1 << 16))
        _ = setrlimit(number, &limit)
    }
}
