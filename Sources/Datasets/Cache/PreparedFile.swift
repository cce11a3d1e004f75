import CKernels
import Foundation

/// Examples of one shape in a file that is mapped into memory, where all processes that use it share one copy.
///
/// Safe to send: the mapping is read only and lasts as long as the value, and the cache replaces files but never writes
/// into one that has its name. Whoever cuts the file while it is mapped takes the process its examples (SIGBUS).
final class PreparedFile: @unchecked Sendable {
    let layout: ExampleLayout
    let count: Int
    let description: PreparedDescription
    let targets: [Double]
    let moments: [Double]
    /// nil: there are no examples, only what is known of them.
    private let mapping: UnsafeRawBufferPointer?
    private let examplesSum: UInt64

    /// Maps a file; nil if there is none, or if it is of another key or not whole.
    ///
    /// All but the examples is checked by checksums; these are looked at only as they are used.
    convenience init?(path: String, key: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        self.init(descriptor: descriptor, key: key)
    }

    /// - Parameter descriptor: of the open file; it may be closed afterwards.
    init?(descriptor: Int32, key: String) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let size = Int(exactly: status.st_size), size >= PreparedHeader.size,
            let address = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), address != MAP_FAILED
        else { return nil }
        let mapping = UnsafeRawBufferPointer(start: address, count: size)
        guard let header = PreparedHeader(mapping, fileSize: size),
            let tail = Self.tail(mapping, header),
            let layout = ExampleLayout(element: tail.description.element, shape: tail.description.shape),
            tail.description.key == key,
            tail.description.count.multipliedReportingOverflow(by: layout.stride) == (header.examplesSize, false)
        else {
            munmap(address, size)
            return nil
        }
        self.mapping = mapping
        self.layout = layout
        count = tail.description.count
        description = tail.description
        targets = tail.targets
        moments = tail.moments
        examplesSum = header.examplesSum
    }

    /// What is known of examples that were checked and not written.
    init(withoutExamples tail: PreparedTail, _ layout: ExampleLayout) {
        mapping = nil
        self.layout = layout
        count = tail.description.count
        description = tail.description
        targets = tail.targets
        moments = tail.moments
        examplesSum = 0
    }

    deinit {
        if let mapping { munmap(UnsafeMutableRawPointer(mutating: mapping.baseAddress), mapping.count) }
    }

    /// `[count, width]`, beginning at the start of a page; valid as long as the file is held; nil if there are none.
    var examples: UnsafeRawPointer? {
        mapping?.baseAddress.map { $0 + PreparedHeader.size }
    }

    /// Whether the examples are those that were written, which takes reading them all.
    var hasWholeExamples: Bool { examples.map { checksum($0, count * layout.stride, 0) } == examplesSum }

    private static func tail(_ mapping: UnsafeRawBufferPointer, _ header: PreparedHeader) -> PreparedTail? {
        let tail = UnsafeRawBufferPointer(rebasing: mapping[(PreparedHeader.size + header.examplesSize)...])
        return checksum(tail.baseAddress, tail.count, 0) == header.tailSum ? PreparedTail(tail) : nil
    }
}
