import Foundation

/// The three descriptors that every program expects to have.
enum StandardDescriptors {
    /// Puts `/dev/null` where one of them is closed: the next file that is opened would take its place, and messages
    /// would be written into a journal. What is written to standard output is still an error.
    static func open() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest number that is free is this one.
            _ = Foundation.open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
