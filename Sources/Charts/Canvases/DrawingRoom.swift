import Foundation

/// The room that Cairo, Pango and Fontconfig draw in; for want of it they end the whole process.
enum DrawingRoom {
    /// What they take for fonts, glyphs and threads, with a good part to spare.
    private static let size = 192 << 20

    static func check() throws(ChartError) {
        let room = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard let room, room != MAP_FAILED else {
            throw .cannotDraw(
                "there is too little memory, less than \(size >> 20) MiB; 'ulimit -v' or the memory may be too small")
        }
        defer { munmap(room, size) }
        // Pango looks for fonts on a thread of its own.
        var thread = pthread_t()
        guard pthread_create(&thread, nil, { _ in nil }, nil) == 0 else {
            throw .cannotDraw(
                "the system gives no further thread; 'ulimit -u', 'ulimit -v' or the control group's 'pids.max' may be too "
                    + "low")
        }
        pthread_join(thread, nil)
    }
}
