import CKernels
import Foundation

/// Examples of one shape in a file that is mapped into memory, where all processes that use it share one copy.
///
/// Safe to send: the mapping is read only and lasts as long as the value, and the cache replaces files but never writes
/// into one that has its name.
final class PreparedFile: @unchecked Sendable {
    let layout: ExampleLayout
    let count: Int
    let description: PreparedDescription
    let targets: [Double]
    let moments: [Double]
    private let mapping: UnsafeRawBufferPointer

    /// Maps a file and checks it whole; nil if there is none, or if it is damaged or of another key.
    init?(path: String, key: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
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
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: mapping.baseAddress), mapping.count)
    }

    /// `[count, width]`, beginning at the start of a page; valid as long as the file is held.
    var examples: UnsafeRawPointer? {
        mapping.baseAddress.map { $0 + PreparedHeader.size }
    }

    private static func tail(_ mapping: UnsafeRawBufferPointer, _ header: PreparedHeader) -> PreparedTail? {
        let tailStart = PreparedHeader.size + header.examplesSize
        let examples = UnsafeRawBufferPointer(rebasing: mapping[PreparedHeader.size..<tailStart])
        let tail = UnsafeRawBufferPointer(rebasing: mapping[tailStart...])
        guard checksum(tail.baseAddress, tail.count, 0) == header.tailSum,
            checksum(examples.baseAddress, examples.count, 0) == header.examplesSum
        else { return nil }
        return PreparedTail(tail)
    }
}
