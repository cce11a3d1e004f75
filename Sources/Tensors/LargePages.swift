#if os(Linux)
    import Glibc
#endif

/// Memory for a large block of numbers, zero at the start, in pages of 2 MiB where the system has them: a thin product
/// reads so many rows at once that the processor, with small pages, would search for their addresses time and again.
struct LargePages {
    let start: UnsafeMutableRawPointer
    private let mapping: UnsafeMutableRawPointer
    private let length: Int

    private static let pageSize = 1 << 21

    /// Nil for a block that is not worth it, and where the system gives none.
    init?(byteCount: Int) {
        #if os(Linux)
            guard byteCount >= 2 * Self.pageSize else { return nil }
            length = byteCount + Self.pageSize
            let found = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            guard let found, found != MAP_FAILED else { return nil }
            mapping = found
            start = found.alignedUp(toMultipleOf: Self.pageSize)
            // A system without such pages says no, and all is as it was.
            _ = madvise(start, byteCount, MADV_HUGEPAGE)
        #else
            return nil
        #endif
    }

    /// Gives the memory back; nothing may use it any more.
    func release() {
        #if os(Linux)
            munmap(mapping, length)
        #endif
    }
}
